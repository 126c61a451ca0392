internal import Frame
internal import Kernel
internal import Registry

/// What results are of: works of a class on a day, or marks of a term or year.
final class RosterWorks {
    /// A work.
    struct Work {
        let place: RosterClass
        let subject: SubjectID
        let classKey: String
        let kind: MarkKind
        let term: Int
        let day: Day?
        let scale: String
        let isPercent: Bool
        var ordinal: Int
    }

    /// Works that share a subject and a day are parted by a number.
    private struct Slot: Hashable {
        let institution: InstitutionID
        let classGroup: ClassID
        let group: GroupID
        let subject: SubjectID
        let kind: MarkKind
        let term: Int
        let day: Day?
    }

    private let roster: RosterRun
    private var works: [String: Work] = [:]
    private var categories: [String: String] = [:]
    private var unnumbered: [(key: String, text: String, place: SourcePlace)] = []
    private var taken: [Slot: Set<Int>] = [:]

    private let scales: MarkScales
    /// The scales that the import declares, by their highest mark in hundredths.
    private let declared: [Int: String]

    init(_ roster: RosterRun, _ scales: MarkScales) {
        self.roster = roster
        self.scales = scales
        declared = RosterWorks.declared(roster.run.mapping.constants["scales"] ?? "")
    }

    /// `20=twenty 37=points`: the scale of each highest mark.
    private static func declared(_ text: String) -> [Int: String] {
        text.split { $0 == " " || $0 == ";" }.reduce(into: [:]) { declared, item in
            let sides = item.split(separator: "=", maxSplits: 1)
            guard sides.count == 2, let highest = try? Parse.decimal(String(sides[0]), decimals: 2) else {
                return
            }
            declared[highest] = String(sides[1])
        }
    }

    /// The work of an identifier.
    subscript(key: String) -> Work? { works[key] }

    func take(category row: RosterRow) {
        categories[row.key("sourcedId")] = row.text("title")
    }

    func take(_ row: RosterRow) throws {
        let classKey = row.key("classSourcedId")
        let place = try roster.find(row, "classSourcedId", in: .classes) { roster.place($0) }
        guard let subject = place.subject else {
            return roster.reject(RosterProblem.unused("homeroom"), row, "classSourcedId")
        }
        let due = try roster.day(row, "dueDate")
        let assigned = due == nil ? try roster.day(row, "assignDate") : nil
        let term = try term(row)
        let kind = kind(row, hasDay: due ?? assigned != nil, term)
        guard let scale = scale(row) else {
            return roster.reject(RosterWorks.noScale(row.text("resultValueMax")), row, "resultValueMax")
        }
        let key = row.key("sourcedId")
        let number = Int(row.own("Number")) ?? roster.ids.find(.work, key)
        let work = Work(
            place: place,
            subject: subject,
            classKey: classKey,
            kind: kind,
            term: term,
            day: kind.isPeriod ? nil : due ?? assigned,
            scale: scale.code,
            isPercent: scale.isPercent,
            ordinal: number ?? 0
        )
        works[key] = work
        if let number {
            taken[slot(work), default: []].insert(number)
        } else {
            unnumbered.append((key, row.text("sourcedId"), row.place))
        }
    }

    /// Numbers the new works: the lowest that no other of the subject and day has.
    ///
    /// A set of changes does not show the others, so that a number of their own is taken.
    func close() throws {
        let isWhole = roster.manifest.mode(.lineItems) == .bulk
        for (key, text, place) in unnumbered.sorted(by: { $0.key < $1.key }) {
            guard let work = works[key] else { continue }
            let slot = slot(work)
            var number = 0
            if isWhole || work.kind.isPeriod {
                while taken[slot]?.contains(number) == true { number += 1 }
            } else {
                number = try roster.run.staging.newID("roster_work") + RosterWorks.later
            }
            taken[slot, default: []].insert(number)
            works[key]?.ordinal = number
            try roster.ids.keep(.work, text, is: number, of: work.place.institution, at: place)
        }
        unnumbered = []
    }

    /// Numbers of works that came later begin here, above what a day can have.
    private static let later = 1_000

    private func slot(_ work: Work) -> Slot {
        Slot(
            institution: work.place.institution,
            classGroup: work.place.classGroup,
            group: work.place.group,
            subject: work.subject,
            kind: work.kind,
            term: work.term,
            day: work.day
        )
    }

    private func term(_ row: RosterRow) throws -> Int {
        if let own = Int(row.own("Term")) { return own }
        let heading =
            row.text("gradingPeriodSourcedId").isEmpty ? "academicSessionSourcedId" : "gradingPeriodSourcedId"
        guard !row.text(heading).isEmpty else { return 0 }
        return try roster.find(row, heading, in: .academicSessions) { roster.session($0)?.term }
    }

    /// What a work is, by its category; without one a day tells of a lesson, a term of a term, nothing of a year.
    private func kind(_ row: RosterRow, hasDay: Bool, _ term: Int) -> MarkKind {
        if let own = MarkKind.allCases.first(where: { $0.code == row.own("Kind") }) { return own }
        let title = categories[row.key("categorySourcedId")] ?? ""
        if let kind = MarkPeriod.kind(of: title) { return kind }
        if !title.isEmpty { roster.tell(title, row, "categorySourcedId") }
        return hasDay ? .lesson : term == 0 ? .year : .term
    }

    /// The scale of a work's results: Sekme's own name, the one that the import declares for the highest mark, ten
    /// points, per cents of a hundred, or the only one of the board's scales that ends there.
    private func scale(_ row: RosterRow) -> (code: String, isPercent: Bool)? {
        let own = row.own("Scale")
        if !own.isEmpty { return (own, false) }
        let highest = try? Parse.decimal(row.text("resultValueMax"), decimals: 2)
        if let highest, let code = declared[highest] { return (code, code == MarkScales.percent) }
        switch highest {
        case 1_000: return (MarkScales.ten, false)
        case 10_000: return (MarkScales.percent, true)
        case nil where row.text("resultValueMax").isEmpty: return ("", false)
        default:
            let lowest = try? Parse.decimal(row.text("resultValueMin"), decimals: 2)
            guard let highest, let scale = scales.spanning(lowest, highest) else { return nil }
            return (scale.code, false)
        }
    }

    private static func noScale(_ value: String) -> Problem {
        Problem(
            "roster.scale",
            value: value,
            Text(
                lv: "Sekmē nav skalas ar šādu lielāko vērtējumu; darba vērtējumi netiek importēti.",
                en: "Sekme has no scale with this highest mark; the marks of the work are not imported."
            ),
            advice: Text(
                lv: """
                    Vērtējumu skalās izveidojiet skalu ar šādām robežām vai importējot norādiet esošu skalu, piemēram, \
                    --set "scales=\(value)=twenty"; tad importējiet failu vēlreiz.
                    """,
                en: """
                    Make a scale with these bounds among the mark scales, or name one that there is when importing, such as \
                    --set "scales=\(value)=twenty"; then import the file again.
                    """
            )
        )
    }
}
