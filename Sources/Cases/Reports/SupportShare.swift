internal import Frame
internal import Kernel
internal import Registry

/// What part of all pupils has an individual support plan, by institution or grade of one: the share of pupils in
/// projects of support, as schools and municipalities report it.
struct SupportShare {
    private let question: Question
    private let dimension: Dimension
    /// Pupils of the year, whatever term plans are of.
    private let year: Selection

    init(_ question: Question) {
        self.question = question
        dimension = question.selection.institution == nil ? .institution : .grade
        var year = question.selection
        year.term = nil
        self.year = year
    }

    /// The section; without rows where nobody has a plan.
    func section() throws -> ReportSection {
        let part = try question.figures(PlanMeasures.pupils.name, over: [dimension])
        let all = try question.figures(RegistryMeasures.pupils, over: [dimension], in: year)
        let members = question.members.sorted(dimension, part.keys.compactMap(\.first).filter { $0 > 0 })
        let rows = try members.map { member in
            let name = question.members.name(dimension, member)
            let numbers = try cells(part[[member]], all[[member]])
            return ReportRow([.member(dimension, member, name)] + numbers)
        }
        let total = try cells(
            question.figure(PlanMeasures.pupils.name),
            question.figure(RegistryMeasures.pupils, in: year)
        )
        let place =
            dimension == .institution
            ? Text(lv: "Iestāde", en: "Institution") : Text(lv: "Klases pakāpe", en: "Grade")
        return ReportSection(
            "share",
            title: Text(lv: "Atbalstā iesaistīto izglītojamo daļa", en: "Share of pupils in support"),
            columns: [
                ReportColumn(dimension.rawValue, place, .words),
                ReportColumn("pupils", Text(lv: "Ar atbalsta plānu", en: "With a support plan")),
                ReportColumn(
                    "all",
                    Text(lv: "Visi izglītojamie 1. septembrī", en: "All pupils on 1 September")
                ),
                ReportColumn("share", Text(lv: "Daļa, %", en: "Share, %")).made(SupportShare.making),
            ],
            rows: rows,
            total: rows.isEmpty ? nil : ReportRow([.words(Text(lv: "Kopā", en: "Total"))] + total)
        )
    }

    /// Pupils with a plan, all of them, and the share: shown where its reader may see both of the others.
    private func cells(_ part: Figure?, _ all: Figure?) throws -> [ReportCell] {
        guard let part, let all, part.tally != nil, all.tally != nil else {
            let known = [part, all].map { figure -> ReportCell in
                figure.map { ReportCell.figure($0) } ?? .blank
            }
            return known + [.unknown]
        }
        let shown = try question.shown([part, all])
        if let hidden = shown.first(where: \.isHidden) {
            return [.figure(part), .figure(all), .figure(hidden)]
        }
        guard let top = shown.first?.tally?.numerator, let below = shown.last?.tally?.numerator,
            let share = Exact.divide(top, by: below, decimals: 3)
        else { return [.figure(part), .figure(all), .unknown] }
        return [.figure(part), .figure(all), .number(share, decimals: 1)]
    }

    private static let making = NumberMaking(
        Text(
            lv: """
                Dažādi izglītojamie ar individuālo atbalsta plānu, dalīti ar izglītojamajiem 1. septembrī; noapaļots līdz \
                procenta desmitdaļai, pusi – uz augšu pēc absolūtās vērtības.
                """,
            en: """
                Different pupils with an individual support plan over pupils on 1 September; rounded to tenths of a per cent, \
                away from zero.
                """
        ),
        of: ["pupils", "all"],
        measures: [PlanMeasures.pupils.name, RegistryMeasures.pupils]
    )
}
