internal import Evidence
internal import Frame
internal import Kernel

/// Absence by kind before and after a day: for a pupil, a class or an institution, in windows of equal length.
enum BeforeAfter: Report {
    static let name = "before-after"
    static let standsStill = true
    static let title = Text(lv: "Kavējumi pirms un pēc dienas", en: "Absence before and after a day")
    static let purpose = Text(
        lv: "Vai pēc kāda notikuma vai atbalsta sākuma kavē vairāk vai mazāk?",
        en: "Is more or less missed after an event, or since support began?"
    )
    /// Single days of few pupils are for those who work with them.
    static let permission = Permission.readPupils
    static let filters: [ReportFilter] = [.year, .term, .institution, .classGroup, .pupil, .day]
    static let needs: [ReportFilter] = [.institution]

    static func answer(_ question: Question) throws -> ReportDocument {
        guard let placed = question.placed else { return PlaceNeeded.document(columns) }
        guard let day = placed.selection.day else { return nothing(dayNeeded) }
        let year = placed.selection.year
        guard (year.first...year.last).contains(day) else { return nothing(otherYear) }
        let around = try LessonsAround(
            placed.selection,
            around: day,
            today: placed.today,
            placed.tenant,
            placed.connection
        )
        guard let around else { return nothing(tooEarly) }
        let persons = placed.selection.pupil.map { [$0] } ?? []
        // Rows of single days are made here, so that they ask what disclosure control asks of figures.
        let sees = HealthFacts.areOpen(placed.asker, placed.selection, on: placed.today)
        let weeks = WeekLines(around, parts(sees, AbsenceKind.reported), persons: persons)
        let beside = try AroundBeside(around, placed).section
        return ReportDocument(
            finding: finding(around),
            notes: [note] + (beside == nil ? [] : [AroundBeside.note]),
            [table(around, sees, persons)] + [beside].compactMap { $0 } + [weeks.section]
        )
    }

    private static let columns = [
        ReportColumn("kind", Text(lv: "Kavējuma veids", en: "Kind of absence"), .words),
        ReportColumn("before", Text(lv: "Stundas pirms", en: "Lessons before")).made(AroundMaking.lessons),
        ReportColumn("after", Text(lv: "Stundas pēc", en: "Lessons after")).made(AroundMaking.lessons),
        ReportColumn("before_week", Text(lv: "Nedēļā pirms", en: "A week before"))
            .made(AroundMaking.weekly("before")),
        ReportColumn("after_week", Text(lv: "Nedēļā pēc", en: "A week after"))
            .made(AroundMaking.weekly("after")),
        ReportColumn("before_share", Text(lv: "Daļa pirms, %", en: "Share before, %"), optional: true)
            .made(AroundMaking.share),
        ReportColumn("after_share", Text(lv: "Daļa pēc, %", en: "Share after, %"), optional: true)
            .made(AroundMaking.share),
    ]

    /// A row of lessons missed: what it is called, and the kinds it counts.
    fileprivate typealias Part = (words: Text, kinds: [Int])

    /// A row for each kind; the accepted reasons are one for those who may not know of health.
    private static func parts(_ seesHealth: Bool, _ kinds: [AbsenceKind]) -> [Part] {
        let apart = seesHealth ? kinds : kinds.filter { !HealthFacts.kinds.contains($0) }
        var parts: [Part] = apart.map { (words: $0.words, kinds: [$0.rawValue]) }
        if !seesHealth { parts.insert((HealthFacts.words, HealthFacts.kinds.map(\.rawValue)), at: 0) }
        return parts
    }

    private static func table(
        _ around: LessonsAround,
        _ seesHealth: Bool,
        _ persons: [PupilID]
    ) -> ReportSection {
        let hasUnstated = [false, true].contains {
            around.missed([AbsenceKind.unstated.rawValue], after: $0) > 0
        }
        return ReportSection(
            title: Text(lv: "Pirms un pēc", en: "Before and after"),
            caption: caption(around),
            columns: columns,
            rows: parts(seesHealth, AbsenceKind.shown(hasUnstated)).map { part in
                row(part.words, part.kinds, around, persons)
            },
            total: row(Text(lv: "Kopā", en: "Total"), LessonCell.missed, around, persons)
        )
    }

    private static func row(
        _ words: Text,
        _ kinds: [Int],
        _ around: LessonsAround,
        _ persons: [PupilID]
    ) -> ReportRow {
        var row = ReportRow([.words(words)] + cells(kinds, around), persons: persons)
        row.parts = [AroundMaking.weeks(around.windows.weeks)]
        return row
    }

    private static func cells(_ kinds: [Int], _ around: LessonsAround) -> [ReportCell] {
        let windows = [false, true]
        let lessons = windows.map { around.missed(kinds, after: $0) }
        let weekly = lessons.map { Exact.divide($0, by: around.windows.weeks, decimals: 1) }
        let shares = windows.map { after in
            Exact.divide(
                around.missedOfRecorded(kinds, after: after) * 100,
                by: around.recorded(after: after),
                decimals: 1
            )
        }
        return lessons.map { .number($0, decimals: 0) }
            + (weekly + shares).map { number in number.map { .number($0, decimals: 1) } ?? .unknown }
    }

    private static func caption(_ around: LessonsAround) -> Text {
        let windows = around.windows
        let weeks = Noun(lv: "nedēļa", "nedēļas", en: "week", "weeks").counted(windows.weeks)
        let days = Noun(lv: "diena", "dienas", en: "day", "days")
        let (before, after) = (
            days.counted(around.days(after: false)), days.counted(around.days(after: true))
        )
        func span(_ format: Format, _ from: Day, _ to: Day) -> String {
            "\(format.day(from)) – \(format.day(to))"
        }
        let (lv, en) = (Format(.lv), Format(.en))
        return Text(
            lv: """
                Pirms: \(span(lv, windows.first, windows.day - 1)); pēc: \(span(lv, windows.day, windows.last)) \
                Katrā pusē \(weeks.lv); ieraksti pirms: \(before.lv); pēc: \(after.lv).
                """,
            en: """
                Before: \(span(en, windows.first, windows.day - 1)); after: \(span(en, windows.day, windows.last)). \
                \(weeks.en) on each side; records before: \(before.en); after: \(after.en).
                """
        )
    }

    private static func finding(_ around: LessonsAround) -> Text? {
        let weekly = [false, true].compactMap { after in
            Exact.divide(
                around.missed(LessonCell.missed, after: after),
                by: around.windows.weeks,
                decimals: 1
            )
        }
        guard weekly.count == 2 else { return nil }
        func words(_ format: Format) -> (day: String, before: String, after: String) {
            (format.day(around.windows.day), format.decimal(weekly[0], 1), format.decimal(weekly[1], 1))
        }
        let (lv, en) = (words(Format(.lv)), words(Format(.en)))
        return Text(
            lv: "Kavētās stundas nedēļā pirms \(lv.day): \(lv.before); pēc: \(lv.after)",
            en: "Lessons missed a week: \(en.before) before \(en.day), \(en.after) after"
        )
    }

    private static func nothing(_ words: Text) -> ReportDocument {
        ReportDocument([ReportSection(columns: columns, rows: [], empty: words)])
    }

    private static let dayNeeded = Text(
        lv: "Izvēlieties dienu, kas šķir „pirms” no „pēc”: sarunas, pasākuma vai atbalsta sākuma dienu.",
        en: "Choose the day that divides before from after: of a talk, an event, or the start of support."
    )

    private static let otherYear = Text(
        lv: "Izvēlētā diena nav šajā mācību gadā. Izvēlieties dienu vai gadu.",
        en: "The day chosen is not of this school year. Choose another day or year."
    )

    private static let tooEarly = Text(
        lv: "Vēl par agru spriest: pirms vai pēc izvēlētās dienas nav pilnas nedēļas ar ierakstiem.",
        en: "It is too early to tell: there is no whole week with records before or after the day chosen."
    )

    private static let note = Text(
        lv: """
            Abi laikposmi ir vienādi gari, bet stundu skaits tajos var atšķirties brīvdienu dēļ; daļa ir no \
            reģistrētajām stundām, un tā zināma tikai tur, kur avots norāda klātbūtni. Atšķirība vēl nenozīmē, ka \
            to radījis notikums.
            """,
        en: """
            Both windows are equally long, but holidays make the number of lessons differ; the share is of the lessons \
            recorded, and known only where the source tells who was present. A difference does not mean that the event \
            made it.
            """
    )
}

/// Lessons missed week by week, with the day between.
private struct WeekLines {
    let around: LessonsAround
    let parts: [BeforeAfter.Part]
    let persons: [PupilID]

    init(_ around: LessonsAround, _ parts: [BeforeAfter.Part], persons: [PupilID]) {
        self.around = around
        self.parts = parts
        self.persons = persons
    }

    var section: ReportSection {
        let weeks = Array(0..<around.windows.weeks * 2)
        let words = Text(
            lv: Format(.lv).day(around.windows.day),
            en: Format(.en).day(around.windows.day)
        )
        return ReportSection(
            "weeks",
            title: Text(lv: "Pa nedēļām", en: "Week by week"),
            columns: [ReportColumn("kind", Text(lv: "Kavējuma veids", en: "Kind of absence"), .words)]
                + weeks.map { ReportColumn(code($0), heading($0)).made(AroundMaking.week) },
            rows: [row(Text(lv: "Kopā", en: "Total"), LessonCell.missed, weeks)]
                + parts.map { row($0.words, $0.kinds, weeks) },
            chart: .timeline(columns: weeks.map(code), mark: around.windows.weeks, words)
        )
    }

    private func row(_ words: Text, _ kinds: [Int], _ weeks: [Int]) -> ReportRow {
        let cells = weeks.map { ReportCell.number(around.missed(kinds, week: $0), decimals: 0) }
        return ReportRow([.words(words)] + cells, persons: persons)
    }

    private func code(_ week: Int) -> String { "week\(week + 1)" }

    /// The first day of the week of the window.
    private func heading(_ week: Int) -> Text {
        let day = around.windows.first + week * 7
        return Text(
            lv: String(Format(.lv).day(day).prefix(6)),
            en: "\(day.parts.day)\u{a0}\(Format(.en).shortMonth(day.month))"
        )
    }
}
