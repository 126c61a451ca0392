internal import Frame
package import Kernel
internal import Registry

/// Pupils with signs of risk, by institution, or by class of one; and which signs they are.
enum SignalsReport: Report {
    static let name = "signals"
    static let title = Text(lv: "Izglītojamie ar riska pazīmēm", en: "Pupils with signs of risk")
    static let purpose = Text(
        lv: "Cik izglītojamajiem ir priekšlaicīgas mācību pārtraukšanas riska pazīmes, un kādas tās ir?",
        en: "How many pupils have signs of the risk of leaving school early, and which signs?"
    )
    static let filters: [ReportFilter] = [.year, .institution]

    static func answer(_ question: Question) throws -> ReportDocument {
        let dimension: Dimension = question.selection.institution == nil ? .institution : .classGroup
        let places = try question.figures(SignalMeasure.name(nil), over: [dimension])
        let members = question.members.sorted(dimension, places.keys.map { $0[0] }.filter { $0 > 0 })
        let table = ReportSection(
            columns: [
                dimension == .institution
                    ? ReportColumn("institution", Text(lv: "Iestāde", en: "Institution"), .words)
                    : ReportColumn("class", Text(lv: "Klase", en: "Class"), .words),
                ReportColumn("pupils", Text(lv: "Izglītojamie ar pazīmēm", en: "Pupils with signs")),
            ],
            rows: members.map { member in
                ReportRow([
                    .member(dimension, member, question.members.name(dimension, member)),
                    places[[member]].map { .figure($0) } ?? .unknown,
                ])
            },
            total: members.isEmpty
                ? nil
                : ReportRow([
                    .words(Text(lv: "Kopā", en: "Total")),
                    .figure(try question.figure(SignalMeasure.name(nil))),
                ]),
            chart: .bars(column: "pupils")
        )
        guard !members.isEmpty else { return ReportDocument([table]) }
        return ReportDocument(notes: [note], [table, try kinds(question)])
    }

    private static func kinds(_ question: Question) throws -> ReportSection {
        let rules = try RiskRules.load(question.tenant, question.connection)
        let inForce = rules.inForce(on: min(question.today, question.selection.year.last))
        let measured = Set(inForce.filter { $0.rule.mode == .live }.map(\.rule.quantity))
        return ReportSection(
            "signs",
            title: Text(lv: "Kādas ir pazīmes", en: "Which signs"),
            caption: Text(lv: "Rādītas pazīmes, kuras kādam ir.", en: "Signs that somebody has are shown."),
            columns: [
                ReportColumn("sign", Text(lv: "Ko mēra", en: "What is measured"), .words),
                ReportColumn("pupils", Text(lv: "Izglītojamie", en: "Pupils")),
            ],
            rows: try SignalMeasure.counted.filter { measured.contains($0) }.compactMap { quantity in
                let figure = try question.figure(SignalMeasure.name(quantity))
                guard (figure.tally?.numerator ?? 0) > 0 else { return nil }
                return ReportRow([.words(quantity.words.capitalised), .figure(figure)])
            }
        )
    }

    private static let note = Text(
        lv: """
            Pazīme nav slēdziens par bērnu: tā rosina cilvēku paskatīties. Izglītojamajam var būt vairākas pazīmes, tāpēc \
            pazīmju skaiti summā nav izglītojamo skaits. Novērojumi, ko cilvēki pierakstījuši paši, nav ieskaitīti.
            """,
        en: """
            A sign is no verdict on a child: it asks a person to look. A pupil may have several signs, so signs do not add \
            up to pupils. What people noted down themselves is not counted.
            """
    )
}

extension Text {
    /// The text with a capital first letter.
    package var capitalised: Text {
        Text(lv: lv.prefix(1).uppercased() + lv.dropFirst(), en: en.prefix(1).uppercased() + en.dropFirst())
    }
}
