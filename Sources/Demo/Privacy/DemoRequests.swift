import Access
import Frame
import Kernel
import Privacy
import Registry
import Storage

/// Three requests of invented families: one waits for its answer, one was fulfilled, one was refused with its reason.
struct DemoRequests: Sendable {
    let desk: Desk
    let plan: BoardPlan
    /// The institution whose families ask.
    let home: InstitutionID

    /// Plays everything; a house without requests has none.
    func play() async throws {
        guard desk.house.rooms.contains(where: { room in room.pages.contains { $0.path == "/privacy" } })
        else { return }
        let officer = try await Accounts(desk).asker(login: Role.dataProtection.name)
        let codes = try await codes()
        guard codes.count == 3 else { return }
        let (stage, today) = (PrivacyStage(desk), plan.today)

        let erasure = try await stage.register(
            .erasure,
            of: codes[0],
            by: officer,
            on: today - 76,
            RequestWords.erasure
        )
        try await stage.decide(
            erasure,
            isFulfilled: false,
            by: officer,
            on: today - 61,
            RequestWords.refused
        )

        let correction = try await stage.register(
            .correction,
            of: codes[1],
            by: officer,
            on: today - 45,
            RequestWords.correction
        )
        try await stage.look(correction, by: officer, on: today - 44)
        try await stage.decide(
            correction,
            isFulfilled: true,
            by: officer,
            on: today - 38,
            RequestWords.corrected
        )

        _ = try await stage.register(
            .access,
            of: codes[2],
            by: officer,
            on: today - 9,
            RequestWords.access
        )
    }

    /// Codes in the journal of three pupils who learn at the institution, far apart in its list.
    private func codes() async throws -> [String] {
        let (tenant, today, home) = (desk.tenant, plan.today, home)
        let all = try await desk.database.data.read { connection in
            try connection.rows(
                """
                SELECT external_code FROM pupil WHERE tenant_id = \(tenant) AND external_code <> '' AND id IN (
                    SELECT pupil_id FROM enrolment WHERE tenant_id = \(tenant) AND institution_id = \(home)
                        AND from_day <= \(today) AND (to_day = 0 OR to_day >= \(today)))
                ORDER BY id
                """,
                String.self
            )
        }
        guard all.count > 3 else { return [] }
        return (0..<3).map { all[all.count * (2 * $0 + 1) / 6] }
    }
}

/// What families write and are answered.
private enum RequestWords {
    static let erasure = """
        Lūdz tēvs: dzēst bērna kavējumus un vērtējumus par pagājušo mācību gadu. Iesniegums parakstīts ar drošu \
        elektronisko parakstu; aizgādību apliecina iestādes vadītājs.
        """
    static let refused = """
        Noraidīts: kavējumu uzskaiti un mācību sasniegumus iestādei un pašvaldībai uzdod glabāt likums (VDAR 17. panta \
        3. punkta b) apakšpunkts). Tēvam atbilde nosūtīta uz e-adresi, norādītas tiesības sūdzēties Datu valsts inspekcijā.
        """
    static let correction = """
        Lūdz māte: žurnālā slimības nedēļa reģistrēta kā neattaisnots kavējums, lai gan ārsta zīme iesniegta. Identitāte \
        pārbaudīta klātienē pēc pases.
        """
    static let corrected = """
        Izpildīts: klases audzinātājs kavējuma veidu izlaboja žurnālā, un tas importēts no jauna. Mātei paziņots pa tālruni \
        un e-pastā.
        """
    static let access = """
        Lūdz māte: visi par bērnu glabātie dati un kas tos skatījis, izdruka un fails. Identitāte pārbaudīta klātienē pēc \
        personas apliecības.
        """
}
