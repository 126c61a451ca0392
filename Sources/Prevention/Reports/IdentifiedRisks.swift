internal import Evidence
internal import Frame
internal import Kernel
internal import Registry

/// Risks of leaving school that were identified, by institution and group of risk, from plans and as reported.
enum IdentifiedRisks: Report {
    static let name = "identified-risks"
    static let title = Text(lv: "Identificētie riski", en: "Risks identified")
    static let purpose = Text(
        lv: "Kādi mācību pārtraukšanas riski iestādēs identificēti, un kuras grupas risku ir visvairāk?",
        en: "Which risks of leaving school were identified, and of which group are the most?"
    )
    static let filters: [ReportFilter] = [.year, .institution]

    static func answer(_ question: Question) throws -> ReportDocument {
        let lists = try CodeLists.load(question.tenant, question.connection)
        let tables = RiskSource.allCases.filter { question.measures.has($0.whole) }
            .map { RiskTable(question: question, lists: lists, source: $0) }
        var (sections, notes): ([ReportSection], [Text]) = ([], [])
        for table in tables {
            let institutions = try table.institutions
            guard !institutions.rows.isEmpty else { continue }
            sections += [institutions, try table.groups]
            notes.append(table.source.note)
        }
        guard !sections.isEmpty else {
            return ReportDocument(try tables.suffix(1).map { try $0.institutions })
        }
        return ReportDocument(notes: notes + [PastYears.blanks], sections)
    }
}

/// The tables of one source.
private struct RiskTable {
    let question: Question
    let lists: CodeLists
    let source: RiskSource

    var institutions: ReportSection {
        get throws {
            let all = try question.figures(source.whole, over: [.institution])
            let parts = try RiskGroup.allCases.map {
                try question.figures(source.part($0), over: [.institution])
            }
            let pupils = try source.pupils.map { try question.figures($0, over: [.institution]) }
            let members = question.members.sorted(
                .institution,
                all.keys.compactMap(\.first).filter { $0 > 0 }
            )
            let rows = members.map { member in
                var cells: [ReportCell] = [
                    .member(.institution, member, question.members.name(.institution, member))
                ]
                cells += parts.map { cell($0[[member]]) }
                cells.append(cell(all[[member]]))
                if let pupils { cells.append(cell(pupils[[member]])) }
                return ReportRow(cells)
            }
            return ReportSection(
                "\(source.prefix)table",
                title: source.title,
                columns: columns,
                rows: rows,
                total: try rows.isEmpty ? nil : total,
                chart: .stack(
                    columns: RiskGroup.allCases.map(\.column),
                    tokens: RiskGroup.allCases.map(\.token),
                    share: false
                )
            )
        }
    }

    private var columns: [ReportColumn] {
        var columns = [ReportColumn("institution", Text(lv: "Iestāde", en: "Institution"), .words)]
        columns += RiskGroup.allCases.map { group in
            ReportColumn(group.column, RiskGroup.words(group, lists)).made(RiskTable.none(source.part(group)))
        }
        columns.append(ReportColumn("total", RiskTable.all).made(RiskTable.none(source.whole)))
        if let pupils = source.pupils {
            let heading = Text(lv: "Izglītojamie", en: "Pupils")
            columns.append(ReportColumn("pupils", heading).made(RiskTable.none(pupils)))
        }
        return columns
    }

    private var total: ReportRow {
        get throws {
            var cells: [ReportCell] = [.words(RiskTable.all)]
            cells += try RiskGroup.allCases.map { cell(try question.figure(source.part($0))) }
            cells.append(cell(try question.figure(source.whole)))
            if let pupils = source.pupils { cells.append(cell(try question.figure(pupils))) }
            return ReportRow(cells)
        }
    }

    /// Groups beside each other: how many risks, and which part of all.
    var groups: ReportSection {
        get throws {
            ReportSection(
                "\(source.prefix)groups",
                title: source.groupsTitle,
                columns: [
                    ReportColumn("group", Text(lv: "Risku grupa", en: "Group of risk"), .words),
                    ReportColumn("risks", Text(lv: "Riski", en: "Risks")).made(RiskTable.none(source.whole)),
                    ReportColumn("share", Text(lv: "Daļa no visiem", en: "Share of all"))
                        .made(RiskTable.none(source.whole)),
                ],
                rows: try RiskGroup.allCases.map { group in
                    ReportRow([
                        .words(RiskGroup.words(group, lists)),
                        cell(try question.figure(source.part(group))),
                        cell(try question.figure(source.share(group))),
                    ])
                },
                chart: .bars(column: "share")
            )
        }
    }

    /// A figure; of plans no row is no risk, of what was reported nobody knows.
    private func cell(_ figure: Figure?) -> ReportCell {
        if let figure, figure.tally != nil { return .figure(figure) }
        return source == .plans ? .number(0, decimals: 0) : .unknown
    }

    /// How nought is known, which no figure says.
    private static func none(_ measure: String) -> NumberMaking {
        NumberMaking(
            Text(
                lv: "Nulle: atlases atbalsta plānos neviena šāda riska nav.",
                en: "Nought: the plans of support selected have no such risk."
            ),
            of: [],
            measures: [measure]
        )
    }

    private static let all = Text(lv: "Kopā", en: "Total")
}
