internal import Frame
internal import Kernel
internal import Storage

/// Where the pupil of a plan learns, and who answers for the plan, in the words of the day.
///
/// Classes and programmes are renamed and cases change hands, while a paper that was signed does not: a state of the plan
/// keeps them.
struct PlanPlace: Codable, Hashable, Sendable {
    /// The class, as it is called in the year of the plan; empty where it is not known.
    var classGroup = ""
    /// The code and name of the education programme that the pupil is enrolled in; empty where it is not known.
    var programme = ""
    /// The owner of the case; empty where nobody answers for it.
    var responsible = ""

    /// What the registers and the case say of a plan.
    static func load(
        _ plan: SupportPlan,
        of file: CaseFile,
        on today: Day,
        _ connection: Connection
    ) throws -> PlanPlace {
        let name = try connection.value(
            "SELECT name FROM class_group WHERE tenant_id = \(file.tenant) AND id = \(plan.classGroup)",
            String.self
        )
        let isOwned = try CaseOwners.missing([file], on: today, connection).isEmpty
        return PlanPlace(
            classGroup: name ?? "",
            programme: try programme(of: plan, file.tenant, connection),
            responsible: isOwned ? file.ownerName : ""
        )
    }

    /// The programme of the enrolment in the class of the plan, else of the last one of its year at the institution; where the
    /// enrolment has none, that of its class.
    private static func programme(
        of plan: SupportPlan,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> String {
        let year = plan.year
        let rows = try connection.rows(
            """
            SELECT p.code, p.name FROM enrolment e
            LEFT JOIN class_group c ON c.tenant_id = e.tenant_id AND c.id = e.class_id
            JOIN programme p ON p.tenant_id = e.tenant_id
                AND p.id = CASE WHEN e.programme_id > 0 THEN e.programme_id ELSE coalesce(c.programme_id, 0) END
            WHERE e.tenant_id = \(tenant) AND e.pupil_id = \(plan.pupil) AND e.institution_id = \(plan.institution)
                AND e.from_day <= \(year.last) AND (e.to_day = 0 OR e.to_day >= \(year.first))
                AND (c.year IS NULL OR c.year = \(year.start))
            ORDER BY CASE WHEN e.class_id = \(plan.classGroup) THEN 0 ELSE 1 END, e.from_day DESC LIMIT 1
            """,
            String.self,
            String.self
        )
        return rows.first.map { [$0.0, $0.1].filter { !$0.isEmpty }.joined(separator: " ") } ?? ""
    }

    /// What of it somebody may know.
    ///
    /// The class is for those who work with the pupil, as on the page of the case. The code of a programme tells of special
    /// needs, so that it asks for what the marks of special status ask for.
    func known(to asker: Asker, in scope: Scope, on today: Day) -> PlanPlace {
        var place = self
        if !asker.may(.workCases, in: scope, on: today) { place.classGroup = "" }
        if !asker.may(.readPupilStatus, in: scope, on: today) { place.programme = "" }
        return place
    }
}
