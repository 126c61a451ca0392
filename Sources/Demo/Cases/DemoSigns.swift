import Access
import Frame
import Kernel
import Prevention
import Registry
import Storage

/// What people of the demo noticed and decided of pupils with signs of risk: observations, and levels with their reasons.
struct DemoSigns: Sendable {
    let desk: Desk
    let plan: BoardPlan
    /// The institution whose social pedagogue has an account.
    let home: InstitutionID

    /// Writes down a few of each, of pupils who have no case; in a house without cases none.
    func play() async throws {
        guard desk.house.rooms.contains(where: { room in room.pages.contains { $0.path == "/cases" } })
        else { return }
        let pedagogue = try await Accounts(desk).asker(login: Role.socialPedagogue.name)
        let stage = SignalStage(desk)
        let pupils = try await pupils()
        for (pupil, seen) in zip(pupils, DemoSigns.seen) {
            try await stage.observe(pupil, factor: seen.factor, seen.text, by: pedagogue)
        }
        for (pupil, set) in zip(pupils, DemoSigns.levels) {
            try await stage.set(level: set.level, of: pupil, set.reason, by: pedagogue)
        }
    }

    /// Pupils of the institution with a sign that holds, in a class of today and without a case, in the order of their numbers.
    private func pupils() async throws -> [PupilID] {
        let (tenant, today, home) = (desk.tenant, plan.today, home)
        let year = SchoolYear(containing: today)
        return try await desk.database.data.read { connection in
            try connection.rows(
                """
                SELECT DISTINCT e.pupil_id FROM enrolment e
                JOIN class_group c ON c.tenant_id = e.tenant_id AND c.id = e.class_id
                WHERE e.tenant_id = \(tenant) AND e.institution_id = \(home) AND c.year = \(year.start)
                    AND e.from_day <= \(today) AND (e.to_day = 0 OR e.to_day >= \(today))
                    AND EXISTS (
                        SELECT 1 FROM risk_signal s
                        WHERE s.tenant_id = e.tenant_id AND s.pupil_id = e.pupil_id AND s.institution_id = e.institution_id
                            AND s.year = c.year AND s.ended_on = 0
                    )
                    AND NOT EXISTS (
                        SELECT 1 FROM prevention_case k
                        WHERE k.tenant_id = e.tenant_id AND k.pupil_id = e.pupil_id
                    )
                ORDER BY e.pupil_id LIMIT \(DemoSigns.levels.count)
                """,
                PupilID.self
            )
        }
    }

    private static let seen = [
        (
            factor: "2-emotional",
            text: "Starpbrīžos viens, uz jautājumiem atbild īsi; agrāk stundās runāja labprāt."
        ),
        (factor: "1-motivation", text: "Trīs nedēļas nenodod mājas darbus; saka, ka tas neko nemainīs."),
        (
            factor: "1-conflicts",
            text: "Otro reizi šomēnes strīds ar klasesbiedriem garderobē; abas reizes sākās ar apsaukāšanu."
        ),
    ]

    private static let levels = [
        (
            level: 2,
            reason: "Pietiek ar grupas nodarbībām un audzinātāja sarunu reizi nedēļā; pārskatīs pēc mēneša."
        ),
        (
            level: 3,
            reason: "Ģimene lūdz palīdzību, un ar darbu klasē nepietiek; vajadzīgs individuāls atbalsts."
        ),
        (level: 2, reason: "Grūtības ir klasē, nevis vienam; darbs ar klasi un izglītojamo kopā."),
        (level: 1, reason: "Izvērtēts kopā ar audzinātāju: pietiek ar to, kas ir visiem."),
    ]
}
