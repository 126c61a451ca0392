internal import Evidence
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Two windows of as many whole weeks before a day and from it on.
struct Windows {
    /// The most weeks in a window.
    static let most = 8
    /// The day that divides them; the later window begins with it.
    let day: Day
    /// Weeks in each window.
    let weeks: Int

    /// The first day of the earlier window.
    var first: Day { day - weeks * 7 }
    /// The last day of the later window.
    var last: Day { day + (weeks * 7 - 1) }

    /// The week of a day, counted from 0; nil outside.
    func week(of other: Day) -> Int? {
        (first...last).contains(other) ? (other - first) / 7 : nil
    }

    /// The longest windows that both lie between the first and the last day known; nil where not a week does.
    ///
    /// A week counts as whole with up to two days missing at its beginning and three at its end: weekends and
    /// single holidays have no lessons.
    init?(around day: Day, from first: Day, through last: Day) {
        let weeks = min(Windows.most, (day - first + 2) / 7, (last - day + 3) / 7)
        guard weeks > 0 else { return nil }
        self.day = day
        self.weeks = weeks
    }
}

/// Lessons of a selection by day and kind, around a day.
struct LessonsAround {
    /// The windows.
    let windows: Windows
    private let days: [DayLine]

    /// Nil where not a whole week is known on either side.
    init?(
        _ selection: Selection,
        around day: Day,
        today: Day,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws {
        let years = try Years.load(tenant, connection)
        let year = selection.year
        // Within one term neither window reaches into the holidays between.
        let chosen = selection.term.flatMap { Term(rawValue: $0) }
        let first = years.days(of: chosen ?? .first, in: year).lowerBound
        let term = first...max(first, years.days(of: chosen ?? .second, in: year).upperBound)
        guard chosen == nil || term.contains(day) else { return nil }
        let span =
            max(term.lowerBound, day - Windows.most * 7)...max(day, min(term.upperBound, today, day + 55))
        // The pupil's own first absence would shorten the time that is known: the class tells.
        var place = selection
        if selection.institution != nil || selection.classGroup != nil { place.pupil = nil }
        let known: [DayLine] = try connection.rows(LessonsAround.query(place, span, tenant))
        guard let first = known.first?.day, let last = known.last?.day, first < day, last >= day,
            let windows = Windows(around: day, from: first, through: last)
        else { return nil }
        self.windows = windows
        let own: [DayLine] =
            place.pupil == selection.pupil
            ? known : try connection.rows(LessonsAround.query(selection, span, tenant))
        days = own.filter { windows.week(of: $0.day) != nil }
    }

    /// The lessons of others in windows that are known; nil where they have none.
    init?(
        _ selection: Selection,
        _ windows: Windows,
        except: SQL,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws {
        let span = windows.first...windows.last
        days = try connection.rows(LessonsAround.query(selection, span, tenant, and: except))
        guard !days.isEmpty else { return nil }
        self.windows = windows
    }

    /// Lessons missed of some kinds in a week.
    func missed(_ kinds: [Int], week: Int) -> Int {
        days.filter { windows.week(of: $0.day) == week && kinds.contains($0.kind) }.reduce(0) {
            $0 + $1.lessons
        }
    }

    /// Lessons missed of some kinds in a window.
    func missed(_ kinds: [Int], after: Bool) -> Int {
        window(after).filter { kinds.contains($0.kind) }.reduce(0) { $0 + $1.lessons }
    }

    /// Those of them whose source also tells who was present.
    func missedOfRecorded(_ kinds: [Int], after: Bool) -> Int {
        window(after).filter { kinds.contains($0.kind) }.reduce(0) { $0 + $1.recorded }
    }

    /// Lessons of a window of which the source also tells who was present.
    func recorded(after: Bool) -> Int { window(after).reduce(0) { $0 + $1.recorded } }

    /// Days of a window with any record.
    func days(after: Bool) -> Int { Set(window(after).map(\.day)).count }

    private func window(_ after: Bool) -> [DayLine] { days.filter { ($0.day >= windows.day) == after } }

    /// The query; pupils are found through their cells, so that a class costs a class.
    static func query(
        _ selection: Selection,
        _ span: ClosedRange<Day>,
        _ tenant: TenantID,
        and more: SQL = "1 = 1"
    ) -> SQL {
        let condition = AbsenceFilter(selection).condition
        return """
            SELECT day, CASE state WHEN 2 THEN kind WHEN 3 THEN \(LessonCell.late) ELSE 0 END AS told, count(*),
                sum(is_rated)
            FROM lesson_record
            WHERE tenant_id = \(tenant) AND state < 4
                AND pupil_id IN (
                    SELECT pupil_id FROM absence_term WHERE tenant_id = \(tenant) AND \(condition)
                )
                AND day BETWEEN \(span.lowerBound) AND \(span.upperBound) AND \(condition) AND \(more)
            GROUP BY day, told ORDER BY day, told
            """
    }
}

/// Lessons of a day and kind.
private struct DayLine: Readable {
    let day: Day
    let kind: Int
    let lessons: Int
    let recorded: Int

    init(row: inout Row) throws {
        day = try row.next()
        kind = try row.next()
        lessons = try row.next()
        recorded = try row.next()
    }
}
