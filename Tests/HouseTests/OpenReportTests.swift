import Access
import Frame
import Kernel
import Planning
import SekmeTesting
import Testing

@testable import House

/// Annual reports behind no sign-in, as a stranger's browser gets them.
struct OpenReportTests {
    private static let programme = """
        programme;row;number;parent;name;type;from;to;state;level;years
        MP;programma;;;Mazā programma;prevention;01.01.2025.;31.12.2027.;approved;;
        MP;mērķis;1;;Atbalsts laikus;;;;;tailored;
        MP;aktivitāte;1.1;1;Gadījuma vadīšana;;;;;;2025–2027
        """

    @Test(arguments: Engine.available)
    func `a stranger reads an opened report, and nothing else of the programme`(_ engine: Engine) async throws
    {
        try await TestWorld.run(engine) { test in
            try await test.client { client in
                let browser = Browser(client)
                let list = try await browser.get("/public/annual")
                let door = try await browser.get("/sign-in")
                #expect(list.status == 404 && !door.text.contains("/public/annual"))
            }
            try await test.take(Self.programme, "action-programmes")
            try await test.account("coordinator", "pmp-coordinator")
            let coordinator = try await Accounts(test.desk).asker(login: "coordinator")
            try await AnnualReports(test.desk.seated(coordinator)).publish(
                "MP",
                2025,
                AnnualReports.Texts(
                    introduction: "Gads bija mierīgs.",
                    helped: "",
                    hindered: "",
                    recommendations: "Vairāk lekciju."
                )
            )
            try await test.client { client in
                let browser = Browser(client)
                let door = try await browser.get("/sign-in")
                #expect(door.text.contains("<a href=\"/public/annual\">Programmu gada pārskati</a>"))
                let list = try await browser.get("/public/annual")
                #expect(list.status == 200 && list.text.contains("/public/annual/1"))
                let page = try await browser.get("/public/annual/1")
                #expect(page.status == 200 && page.text.contains("Gads bija mierīgs."))
                let other = try await browser.get("/public/annual/2")
                #expect(other.status == 404)
                let inside = try await browser.get("/planning/annual/1")
                #expect(inside.location?.hasPrefix("/sign-in") == true)
            }
        }
    }
}
