internal import Frame
internal import Kernel
internal import Prevention
internal import Registry
internal import Storage

/// What part of the pupils with an education plan moves up to the next grade, by the group that the plan is for.
///
/// Groups tell of a special status, and disclosure control of measures knows no such groups. So whoever may not know the
/// status of all pupils asked for sees them of the whole municipality and year alone, where no number could be taken from
/// another one, and all of them or none.
struct GroupPromotion {
    /// A measure of the room of attainment, which is not in every house.
    private static let promoted = "attainment/promoted"

    /// How many pupils of a group have marks, and how many of them move up.
    struct Count {
        var marked = 0
        var promoted = 0

        /// Whether none of its parts, nor of what it leaves of all, is of a few.
        func isShown(of all: Count, floor: Int) -> Bool {
            [
                promoted, marked - promoted, all.promoted - promoted,
                all.marked - marked - (all.promoted - promoted),
            ]
            .allSatisfy { $0 == 0 || $0 >= floor }
        }
    }

    /// Nil where no room knows who moves up, or the reader may not ask.
    static func section(_ question: Question) throws -> ReportSection? {
        guard question.measures.has(promoted) else { return nil }
        let isOpen = [Permission.readPupils, .readPupilStatus].allSatisfy { mayRead(question, $0) }
        guard isOpen || isWhole(question.selection) else { return nil }
        let verdicts = try verdicts(question)
        let groups = try groups(question)
        let all = count(Set(verdicts.keys), verdicts)
        let counts = PlanGround.allCases.compactMap { ground -> (PlanGround, Count)? in
            guard let pupils = groups[ground] else { return nil }
            let found = count(pupils, verdicts)
            return found.marked == 0 ? nil : (ground, found)
        }
        guard !counts.isEmpty else { return nil }
        let floor = try question.floor
        let isShown = isOpen || counts.allSatisfy { $0.1.isShown(of: all, floor: floor) }
        let hidden = ReportCell.figure(
            Figure(
                measure: promoted,
                unit: .share,
                selection: question.selection,
                tally: nil,
                isHidden: true
            )
        )
        return section(
            counts.map { ground, count in
                let name = ground == .notSaid ? notSaid : ground.words.capitalised
                guard isShown, let share = Exact.divide(count.promoted, by: count.marked, decimals: 3) else {
                    return ReportRow([.words(name), hidden, hidden, hidden])
                }
                return ReportRow([
                    .words(name), .number(count.marked, decimals: 0), .number(count.promoted, decimals: 0),
                    .number(share, decimals: 1),
                ])
            }
        )
    }

    private static func mayRead(_ question: Question, _ permission: Permission) -> Bool {
        question.asker.may(permission, in: question.selection.scope, on: question.today)
            || question.asker.reach(permission, on: question.today).covers(question.selection.reach)
    }

    private static func isWhole(_ selection: Selection) -> Bool {
        selection.reach.everything && selection.ordered.isEmpty
    }

    /// Whether each pupil with marks moves up.
    private static func verdicts(_ question: Question) throws -> [Int: Bool] {
        let measure = try question.measures.named(promoted)
        let vector = try question.measures.vector(
            measure,
            question.selection,
            over: [.pupil],
            tenant: question.tenant,
            question.connection
        )
        return vector.reduce(into: [:]) { verdicts, element in
            guard let pupil = element.key.first else { return }
            verdicts[pupil] = element.value.numerator > 0
        }
    }

    private static func groups(_ question: Question) throws -> [PlanGround: Set<Int>] {
        let selection = question.selection
        var parts: [SQL] = [selection.reach.rows("s.")]
        if let institution = selection.institution { parts.append("s.institution_id = \(institution)") }
        if let term = selection.term { parts.append("s.term = \(term)") }
        let rows = try question.connection.rows(
            """
            SELECT DISTINCT s.ground, s.pupil_id FROM support_plan s
            WHERE s.tenant_id = \(question.tenant) AND s.year = \(selection.year.start)
                AND s.kind = \(PlanKind.education) AND \(SQL.joined(parts, by: " AND "))
            ORDER BY s.ground, s.pupil_id
            """,
            PlanGround.self,
            Int.self
        )
        return rows.reduce(into: [:]) { groups, row in groups[row.0, default: []].insert(row.1) }
    }

    private static func count(_ pupils: Set<Int>, _ verdicts: [Int: Bool]) -> Count {
        pupils.reduce(into: Count()) { count, pupil in
            guard let verdict = verdicts[pupil] else { return }
            count.marked += 1
            if verdict { count.promoted += 1 }
        }
    }

    private static let notSaid = Text(lv: "Grupa nav norādīta", en: "Not said")

    private static func section(_ rows: [ReportRow]) -> ReportSection {
        ReportSection(
            "promotion",
            title: Text(
                lv: "Pārcelšana nākamajā klasē pa izglītojamo grupām",
                en: "Promotion to the next grade by group of pupils"
            ),
            caption: Text(
                lv: """
                    Izglītojamie ar izglītības programmas apguves plānu klasēs, kurām ir pārcelšanas nosacījums; viens \
                    izglītojamais var būt vairākās grupās.
                    """,
                en: """
                    Pupils with an education plan in grades that have a condition of promotion; a pupil may be in several \
                    groups.
                    """
            ),
            columns: [
                ReportColumn("group", Text(lv: "Izglītojamo grupa", en: "Group of pupils"), .words),
                ReportColumn("marked", Text(lv: "Izglītojamie ar vērtējumiem", en: "Pupils with marks"))
                    .made(making),
                ReportColumn("promoted", Text(lv: "Pārceļami", en: "Promoted")).made(making),
                ReportColumn("promoted_share", Text(lv: "Pārceļami, %", en: "Promoted, %")).made(making),
            ],
            rows: rows
        )
    }

    private static let making = NumberMaking(
        Text(
            lv: """
                No izglītojamajiem, kuriem gadā ir šīs grupas plāns: tie, kuriem ir vērtējumi, un tie, kuru vērtējumi atbilst \
                nosacījumam pārcelšanai nākamajā klasē; daļa noapaļota līdz procenta desmitdaļai, pusi – uz augšu pēc absolūtās vērtības.
                """,
            en: """
                Of the pupils with a plan for this group in the year: those with marks, and those whose marks meet the \
                condition of promotion; the share is rounded to tenths of a per cent, away from zero.
                """
        ),
        measures: [promoted]
    )
}
