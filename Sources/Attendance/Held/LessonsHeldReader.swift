internal import Frame
internal import Kernel
internal import Registry

/// Reads lines of lessons held.
final class LessonsHeldReader: LineReader {
    private typealias Field = LessonsHeld.Field
    private let run: ImportRun
    private let directory: DirectoryRun
    private let places: PupilPlaces
    private let years: Years
    private var periods: HeldPeriods

    init(_ known: LessonsHeld.Known, _ run: ImportRun) {
        self.run = run
        directory = DirectoryRun(known.directory, run)
        places = PupilPlaces(directory)
        years = known.years
        periods = known.periods
    }

    func read(_ line: MappedLine) throws {
        let values = LineValues<Field>(line: line, run: run)
        guard let lessons = values.count(.lessons), let time = time(values) else { return }
        let year = SchoolYear(containing: time.month.first)
        guard let institution = try institution(values, year) else { return }
        guard var held = try place(values, institution, year, time, lessons) else { return }
        guard let teacher = try teacher(values, institution) else { return }
        held.teacher = teacher
        let month = HeldPeriods.Place(
            classGroup: held.classGroup.rawValue,
            group: held.group.rawValue,
            subject: held.subject.rawValue,
            month: held.month.number
        )
        guard periods.take(month, isWhole: held.day == nil) else {
            return run.staging.reject(HeldProblem.twice, at: values.place(of: .lessons))
        }
        try run.staging.fact(.lessonsHeld, held.columns, at: line.place)
    }

    private func institution(_ values: LineValues<Field>, _ year: SchoolYear) throws -> InstitutionID? {
        try directory.institution(
            name: values.text(.institution),
            regNo: values.text(.regNo),
            year: year,
            at: values.place(of: .institution)
        )
    }

    private func teacher(_ values: LineValues<Field>, _ institution: InstitutionID) throws -> StaffID? {
        try places.teacher(
            values.text(.teacher),
            code: values.text(.teacherCode),
            of: institution,
            at: values.place(of: .teacher)
        )
    }

    /// The class or group and the subject; a line needs one of the first two.
    private func place(
        _ values: LineValues<Field>,
        _ institution: InstitutionID,
        _ year: SchoolYear,
        _ time: (month: Month, day: Day?),
        _ lessons: Int
    ) throws -> HeldFact? {
        guard !values.text(.classGroup).isEmpty || !values.text(.group).isEmpty else {
            run.staging.reject(HeldProblem.toNobody, at: values.place(of: .classGroup))
            return nil
        }
        let name = values.text(.subject)
        guard let subject = try directory.subject(name: name, at: values.place(of: .subject)) else {
            return nil
        }
        let day = time.day ?? (time.month.first + 14)
        var held = HeldFact(
            institution: institution,
            year: year,
            subject: subject,
            month: time.month,
            day: time.day,
            term: years.term(on: day).term.rawValue,
            lessons: lessons
        )
        if !values.text(.classGroup).isEmpty {
            let place = values.place(of: .classGroup)
            let name = values.text(.classGroup)
            let found = try directory.classGroup(institution: institution, year: year, name: name, at: place)
            guard let found else { return nil }
            held.classGroup = found
            held.grade = directory.directory.grade(of: found)
        }
        if !values.text(.group).isEmpty {
            let place = values.place(of: .group)
            let name = values.text(.group)
            let found = try directory.group(institution: institution, year: year, name: name, at: place)
            guard let found else { return nil }
            held.group = found
        }
        return held
    }

    /// The month, and the day where the line has one; nil where neither can be read, which is reported.
    private func time(_ values: LineValues<Field>) -> (month: Month, day: Day?)? {
        if !values.text(.day).isEmpty {
            guard let day = values.day(.day) else { return nil }
            guard day <= run.today else {
                run.staging.reject(AbsenceProblem.future, at: values.place(of: .day))
                return nil
            }
            return agrees(values, day.month) ? (day.month, day) : nil
        }
        guard let month = HeldMonth.read(values.text(.month)) else {
            run.staging.reject(HeldProblem.month(values.text(.month)), at: values.place(of: .month))
            return nil
        }
        guard month.first <= run.today else {
            run.staging.reject(AbsenceProblem.future, at: values.place(of: .month))
            return nil
        }
        return agrees(values, month) ? (month, nil) : nil
    }

    /// A year beside a day or month must be theirs.
    private func agrees(_ values: LineValues<Field>, _ month: Month) -> Bool {
        let text = values.text(.year)
        guard !text.isEmpty, SchoolYear(text) != SchoolYear(containing: month.first) else { return true }
        run.staging.reject(AbsenceProblem.year(text), at: values.place(of: .year))
        return false
    }
}

/// Reads months as schools write them.
enum HeldMonth {
    /// `2026-01`, `01.2026`, `1/2026`, or a day, which spreadsheets make of a month.
    static func read(_ text: String) -> Month? {
        if let day = try? Parse.day(text) { return day.month }
        let parts = text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
        guard parts.count == 2, text.allSatisfy({ $0.isNumber || "-./ ".contains($0) }) else { return nil }
        let (year, month) = parts[0] > 12 ? (parts[0], parts[1]) : (parts[1], parts[0])
        guard (1990...2100).contains(year), (1...12).contains(month) else { return nil }
        return Month(year, month)
    }
}

/// What can be wrong with a line of lessons held.
enum HeldProblem {
    static let twice = Problem(
        "held.twice",
        Text(
            lv:
                "Šim mēnesim stundas jau ir norādītas citādi: pa dienām vai kopā. Stundas tiktu ieskaitītas divreiz.",
            en:
                "For this month lessons are given the other way already: by day or as one number. Both count twice."
        ),
        advice: Text(
            lv: "Paturiet vienu no tiem; otru importu var atsaukt.",
            en: "Keep one of them; the other import can be undone."
        )
    )
    static let toNobody = Problem(
        "held.toNobody",
        Text(lv: "Rindā nav ne klases, ne mācību grupas.", en: "The line has neither a class nor a group."),
        advice: Text(lv: "Aizpildiet vienu no šiem laukiem.", en: "Fill in one of these fields.")
    )

    static func month(_ text: String) -> Problem {
        Problem(
            "held.month",
            value: text,
            Text(lv: "Rindā nav ne datuma, ne mēneša.", en: "The line has neither a date nor a month."),
            advice: Text(
                lv: "Norādiet datumu vai mēnesi formātā 2026-01.",
                en: "Give a date, or a month such as 2026-01."
            )
        )
    }
}
