package import Frame
internal import Kernel
internal import Pages
internal import Prevention
internal import Registry
package import Storage

/// Plans that are to be looked at in the middle of their term, and assessed at its end.
package enum SupportPlanDues: DueSource {
    package static var kind: DueKind { .plans }

    private static func midterm(_ kind: PlanKind) -> Text {
        Text(
            lv: "\(kind.ofOne.capitalised.lv) izvērtējums semestra vidū",
            en: "Mid-term review of \(kind.ofOne.en)"
        )
    }

    private static func result(_ kind: PlanKind) -> Text {
        Text(lv: "Izvērtēt \(kind.ofOne.lv) rezultātu", en: "Assess the result of \(kind.ofOne.en)")
    }

    package static func dues(_ question: DueQuestion, _ connection: Connection) throws -> [Due] {
        let rows = try connection.rows(
            """
            SELECT p.id, p.kind, p.year, p.term, p.made_on, p.midterm_on, c.id, c.owner_name, c.institution_id,
                c.pupil_id
            FROM prevention_case c CROSS JOIN support_plan p
            WHERE c.tenant_id = \(question.tenant) AND c.closed_on = 0 AND p.tenant_id = c.tenant_id
                AND p.case_id = c.id AND p.result = 0 AND \(question.cases)
            ORDER BY p.id
            """,
            Int.self,
            PlanKind.self,
            Int.self,
            Int.self,
            Day.self,
            Day.self,
            Int.self,
            String.self,
            InstitutionID.self,
            PupilID.self
        )
        let years = try Years.load(question.tenant, connection)
        return rows.flatMap { id, kind, start, term, made, midterm, file, owner, place, pupil -> [Due] in
            let days = years.days(of: Term(rawValue: term) ?? .first, in: SchoolYear(start))
            func due(_ code: String, _ day: Day, _ words: Text) -> Due? {
                guard day <= question.until else { return nil }
                return Due(
                    "plan-\(code)-\(id)",
                    by: day,
                    words,
                    of: pupil,
                    owner: Text(same: owner),
                    at: place,
                    "/cases/\(file)/plans/\(id)"
                )
            }
            // What is made in the second half of a term is assessed at its end alone, and so is what has no middle.
            let middle = SupportPlanDues.middle(days)
            let isAhead = kind.hasMidterm && midterm.number == 0 && made <= middle
            let isOver = question.today > days.upperBound
            let first = isAhead && !isOver ? due("midterm", middle, SupportPlanDues.midterm(kind)) : nil
            return [first, due("result", days.upperBound, SupportPlanDues.result(kind))].compactMap { $0 }
        }
    }

    /// The day in the middle of a term.
    static func middle(_ days: ClosedRange<Day>) -> Day {
        days.lowerBound + (days.upperBound - days.lowerBound) / 2
    }
}

extension PlanKind {
    /// Whether plans of the kind are looked at in the middle of the term.
    fileprivate var hasMidterm: Bool { parts.contains { ($0 as? PlanReview)?.hasMidterm ?? false } }

    /// Its name as it stands in a sentence about one of them: in Latvian the genitive.
    fileprivate var ofOne: Text {
        switch self {
        case .support: Text(lv: "individuālā atbalsta plāna", en: "an individual support plan")
        case .education:
            Text(
                lv: "individuālā izglītības programmas apguves plāna",
                en: "an individual plan of the education programme"
            )
        case .talent: Text(lv: "talantīga izglītojamā atbalsta plāna", en: "a plan for a talented pupil")
        case .home: Text(lv: "mājas apmācības plāna", en: "a plan of home study")
        }
    }
}
