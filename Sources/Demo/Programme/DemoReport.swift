internal import Access
internal import Frame
internal import Kernel
internal import Planning

/// The annual report of the programme's past year, reviewed by the board's specialist and published by the coordinator.
struct DemoReport {
    let desk: Desk
    let plan: BoardPlan

    func publish() async throws {
        let coordinator = try await Accounts(desk).asker(login: Role.preventionCoordinator.name)
        let specialist = try await Accounts(desk).asker(login: Role.boardSpecialist.name)
        let year = plan.today.parts.year - 1
        try await AnnualReports(desk.seated(coordinator))
            .publish("PMP-\(year)", year, DemoReport.texts, reviewer: specialist)
    }

    private static let texts = AnnualReports.Texts(
        introduction: """
            Programmas pirmajā gadā izveidota darba grupa, visās iestādēs ir zināms, kam ziņot par bērnu, kas sāk \
            kavēt, un vecākiem ir, kur vaicāt.

            Gada otrajā pusē vairāk strādāts ar izglītojamajiem, kuriem pazīmes pamanītas agri, un mazāk – kad mācības \
            jau pamestas.
            """,
        helped: """
            Skaidrs pasākumu grafiks visam gadam. Vienošanās ar Sociālo dienestu par to, kurš kuram zvana pirmais.
            """,
        hindered: """
            Trūkst sociālo pedagogu mazajās iestādēs. Rudenī vairāki pasākumi sakrita ar valsts pārbaudes darbu laiku.
            """,
        recommendations: """
            Nākamajā gadā pasākumus plānot ārpus pārbaudes darbu nedēļām.

            Vienu sociālo pedagogu dalīt starp divām mazajām iestādēm. Rādītājiem bez bāzes vērtības to noteikt līdz \
            vasarai.
            """
    )
}
