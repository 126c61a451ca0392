internal import Evidence
internal import Frame
internal import Kernel
internal import Registry

/// How many pupils miss a tenth of their lessons or more, by class in an institution, else by institution; and who
/// they are, for those who work with them.
enum ChronicReport: Report {
    static let name = "chronic"
    static let standsStill = true
    static let title = Text(lv: "Hroniski kavējumi", en: "Chronic absence")
    static let purpose = Text(
        lv: "Cik izglītojamo kavē desmito daļu mācību stundu vai vairāk?",
        en: "How many pupils miss a tenth of their lessons or more?"
    )
    static let filters: [ReportFilter] = [
        .year, .term, .institution, .classGroup, .compared, .institutions, .years,
    ]

    static func answer(_ question: Question) throws -> ReportDocument {
        let limit = try ChronicLimit(question.selection, question.tenant, question.connection)
        let isInside = question.selection.institution != nil || question.selection.classGroup != nil
        let dimension: Dimension = isInside ? .classGroup : .institution
        let coverage = try Coverage(AttendanceMeasures.knownFor, question, over: dimension)
        let table = try table(question, over: dimension, coverage)
        let share = PlaceBeside.Column(
            "chronic_share",
            "attendance/chronic-share",
            restsOn: Chronic.parts
        )
        let beside = try PlaceBeside(question, [share], isEmpty: table.rows.isEmpty)
        var sections = [table] + beside.sections
        if let limit, let pupils = try ChronicPersons.section(question, limit) { sections.append(pupils) }
        let own = limit?.ownWords(question.selection, question.members)
        let notes = [presence] + coverage.notes(coverage.members) + beside.notes
        return ReportDocument(
            notes: [words(limit?.rule)] + (own.map { [$0] } ?? []) + notes,
            sections
        )
    }

    private static let measures = ["assessed", "chronic", "chronic-share", "too-early"]

    private static func table(
        _ question: Question,
        over dimension: Dimension,
        _ coverage: Coverage
    ) throws -> ReportSection {
        let vectors = try measures.map { try question.figures("attendance/\($0)", over: [dimension]) }
        let totals = try measures.map { try question.figure("attendance/\($0)") }
        let missed = try question.figures("attendance/missed", over: [dimension])
        // Who has records of absence and none of presence has a row that says that nothing is known.
        let known = Set(missed.keys.map { $0[0] }.filter { $0 > 0 }).union(coverage.members)
        let members = question.members.sorted(dimension, known)
        let rows = members.map { member in
            let name = question.members.name(dimension, member)
            let numbers = vectors.map { $0[[member]].map { ReportCell.figure($0) } ?? .unknown }
            return ReportRow([.member(dimension, member, name)] + numbers + [coverage.cell(member)])
        }
        let total = totals.map { $0.tally == nil ? ReportCell.unknown : .figure($0) }
        var section = ReportSection(
            columns: columns(dimension) + [coverage.column],
            rows: rows,
            total: rows.isEmpty
                ? nil : ReportRow([.words(Text(lv: "Kopā", en: "Total"))] + total + [coverage.total]),
            chart: .bars(column: "chronic_share")
        )
        if dimension == .classGroup, let municipality = try Municipality(question) {
            let names = measures.map { "attendance/\($0)" } + [AttendanceMeasures.knownFor.name]
            section.lay(beside: try municipality.row(names))
        }
        return section
    }

    private static func columns(_ dimension: Dimension) -> [ReportColumn] {
        [
            dimension == .classGroup
                ? ReportColumn("class", Text(lv: "Klase", en: "Class"), .words)
                : ReportColumn("institution", Text(lv: "Iestāde", en: "Institution"), .words),
            ReportColumn(
                "assessed",
                Text(lv: "Izglītojamie, par kuriem var spriest (n)", en: "Pupils assessed (n)")
            ),
            ReportColumn("chronic", Text(lv: "Kavē hroniski", en: "Chronically absent")),
            ReportColumn("chronic_share", Text(lv: "Daļa", en: "Share")),
            ReportColumn("too_early", Text(lv: "Par agru spriest", en: "Too early to tell"), optional: true),
        ]
    }

    private static func words(_ rule: ChronicAbsence?) -> Text {
        guard let rule else {
            return Text(
                lv: "Šajā laikā hronisku kavējumu robeža nebija noteikta.",
                en: "There was no limit of chronic absence at that time."
            )
        }
        let few = Noun(lv: "stunda", "stundas", en: "lesson", "lessons").counted(rule.lessons)
        return Text(
            lv: """
                Kavējumi ir hroniski, ja kavēti \(rule.percent)\u{a0}% vai vairāk reģistrēto stundu. Mazākais reģistrēto \
                stundu skaits, pēc kura spriež: \(few.lv). Robežu maina normatīvo prasību sarakstā.
                """,
            en: """
                Absence is chronic at \(rule.percent)% of the lessons recorded or more. The fewest lessons recorded \
                that tell anything: \(few.en). The limit is changed in the list of rules.
                """
        )
    }

    private static let presence = Text(
        lv: """
            Ieskaitītas tikai stundas, kurām avots norāda arī klātbūtni; izglītojamie, par kuriem klātbūtnes ziņu nav, \
            nav ne vienā kolonnā.
            """,
        en: """
            Only lessons count of which the source also tells who was present; pupils without any are in no column.
            """
    )
}

/// The pupils by name, for those who may see them; of a whole board nobody reads such a list.
private enum ChronicPersons {
    static func section(_ question: Question, _ limit: ChronicLimit) throws -> ReportSection? {
        let circle = question.asker.reach(.readPupils, on: question.today)
        guard !circle.isEmpty else { return nil }
        guard let placed = question.about(question.selection, within: circle).placed else { return nil }
        let pupils = try Chronic.persons(
            placed.selection,
            limit,
            within: circle,
            tenant: question.tenant,
            question.connection
        )
        let chronic = Dictionary(
            pupils.filter { $0.isChronic(limit.rule) }.map { ($0.pupil.rawValue, $0) }
        ) { first, _ in first }
        let order = question.members.sorted(.pupil, chronic.keys)
        return ReportSection(
            "pupils",
            title: Text(lv: "Hroniskie kavētāji", en: "Pupils with chronic absence"),
            caption: Text(
                lv: "Redzams tikai tiem, kuri strādā ar šiem izglītojamajiem.",
                en: "Seen only by those who work with these pupils."
            ),
            columns: [
                ReportColumn("pupil", Text(lv: "Izglītojamais", en: "Pupil"), .words),
                ReportColumn("class", Text(lv: "Klase", en: "Class"), .words),
                ReportColumn("missed", Text(lv: "Kavētās stundas", en: "Lessons missed"))
                    .made(ChronicMaking.missed),
                ReportColumn("recorded", Text(lv: "Reģistrētās stundas", en: "Lessons recorded"))
                    .made(ChronicMaking.recorded),
                ReportColumn("share", Text(lv: "Daļa, %", en: "Share, %")).made(ChronicMaking.share),
            ],
            rows: order.compactMap { chronic[$0] }.map { row($0, question.members) },
            empty: Text(lv: "Tādu izglītojamo nav.", en: "There are no such pupils.")
        )
    }

    private static func row(_ pupil: ChronicPupil, _ names: any MemberNames) -> ReportRow {
        let id = pupil.pupil.rawValue
        let classGroup = pupil.classGroup.rawValue
        let share = Exact.divide(pupil.missed * 100, by: pupil.recorded, decimals: 1)
        return ReportRow(
            [
                .member(.pupil, id, names.name(.pupil, id)),
                classGroup == 0
                    ? .unknown : .member(.classGroup, classGroup, names.name(.classGroup, classGroup)),
                .number(pupil.missed, decimals: 0), .number(pupil.recorded, decimals: 0),
                share.map { .number($0, decimals: 1) } ?? .unknown,
            ],
            persons: [pupil.pupil]
        )
    }
}
