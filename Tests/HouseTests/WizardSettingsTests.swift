import Access
import Exchange
import Foundation
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// What a file does not say is said in the wizard, kept under a name and changed afterwards.
struct WizardSettingsTests {
    private static let pupils = """
        institution,year,class,personal_code,surname,forename,from
        Ābeļu pamatskola,2025/2026,5.a,329999-00001,Bērziņa,Anna,01.09.2025.
        Ābeļu pamatskola,2025/2026,5.a,329999-00002,Kļava,Jānis,01.09.2025.

        """

    /// A board of two institutions, and its specialist before the wizard.
    private func run(_ engine: Engine, _ body: (Wizard) async throws -> Void) async throws {
        try await TestWorld.run(engine) { test in
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let account = AccountID(rawValue: 70)
            let grants =
                Role.named("board-specialist")?.grants(
                    in: .tenant,
                    from: Day(number: 0),
                    to: nil,
                    account: account,
                    permissions: test.world.house.permissions
                ) ?? []
            let asker = Asker(account: account, name: "specialist", language: .lv, grants: grants)
            let wizard = Wizard(desk: test.world.desk(test.tenant, asker), folder: folder)
            let institutions = """
                name,type,reg_no
                Ābeļu pamatskola,Vispārizglītojošā pamatskola,4219900001
                Birzes vidusskola,Vispārizglītojošā vidusskola,4219900002

                """
            let importer = Importer(wizard.desk)
            for (format, text) in [("institutions", institutions), ("pupils", Self.pupils)] {
                let path = "\(folder)/\(format).csv"
                try Data(text.utf8).write(to: URL(fileURLWithPath: path))
                try await importer.apply(
                    try await importer.stage(ImportRequest(files: [path], format: format))
                )
            }
            try await body(wizard)
        }
    }

    @Test(arguments: Engine.available)
    func `whoever imports for the whole board says whose journal it is`(engine: Engine) async throws {
        try await run(engine) { wizard in
            let journal = """
                5.a;;;;;;
                ;;;;;Bērziņa;Kļava
                ;;;;;Anna;Jānis
                ;;;;;329999-00001;329999-00002
                Žurnāls;Matemātika;;04.05.2026;Pārbaudes darbs;8;7

                """
            let columns = try await wizard.upload(journal, ["format": "eklase-journal"])
            let asked = try wizard.page(try await wizard.ask(.get, columns))
            #expect(asked.contains("name=\"set-institution\"") && asked.contains("name=\"set-sheets\""))
            #expect(asked.contains("<option value=\"Birzes vidusskola\">"))
            let silent = QueryText.values(String(columns.split(separator: "?").last ?? ""))
                .merging(["set-institution": "", "set-sheets": ""]) { _, new in new }
            let again = try wizard.page(try await wizard.ask(.post, "/imports/columns", silent))
            #expect(again.contains("Failā tā nav. Norādiet: Iestāde."))
            let plan = try await wizard.plan(
                columns,
                ["set-institution": "Ābeļu pamatskola", "set-sheets": "", "rules": "1", "source": "master"]
            )
            try await wizard.save(plan)
            #expect(try await wizard.count("SELECT count(*) FROM mark") == 2)
        }
    }

    private static let test = """
        Pārbaudes darbs, Ābeļu pamatskola;;;
        ;;;
        Uzv.;V.;Kad;Cik
        Bērziņa;Anna;04.05.2026;40,5
        Kļava;Jānis;04.05.2026;62,5

        """

    private static let said = [
        "column-surname": "#1", "column-forename": "#2", "column-day": "#3", "column-mark": "#4",
        "set-institution": "Ābeļu pamatskola", "set-class": "5.a", "set-subject": "Matemātika",
        "set-scale": "percent", "set-kind": "test", "rules": "1", "source": "master", "precedence": "last",
        "save-as": "Procentu darbi",
    ]

    @Test(arguments: Engine.available)
    func `what no column says is said by a person, kept and used for the next file`(
        engine: Engine
    ) async throws {
        try await run(engine) { wizard in
            let columns = try await wizard.upload(Self.test, ["format": "marks"])
            let asked = try wizard.page(try await wizard.ask(.get, columns))
            #expect(asked.contains("value=\"Ābeļu pamatskola\" list="), "the title names the institution")
            #expect(asked.contains("Procenti"), "scales stand by their names")
            let other = try wizard.page(try await wizard.ask(.get, columns + "&heading=4"))
            #expect(other.contains("<option value=\"4\" selected>"))
            try await wizard.save(try await wizard.plan(columns, Self.said))
            let marks: SQL = "SELECT count(*) FROM mark"
            #expect(try await wizard.count(marks) == 2)
            let kept = try await Mappings(wizard.desk).find("procentu-darbi")
            #expect(kept.constants["scale"] == "percent" && kept.constants["class"] == "5.a")
            #expect(kept.isMaster && kept.precedence == .last && !kept.removes)
            let path = "\(wizard.folder)/next.csv"
            try Data(Self.test.utf8).write(to: URL(fileURLWithPath: path))
            let next = try await Importer(wizard.desk)
                .stage(ImportRequest(files: [path], mapping: "procentu-darbi"))
            #expect(next.plan.changes == 0 && next.plan.rejected + next.plan.unmatched == 0)
            #expect(next.plan.unchanged >= 2)
        }
    }

    @Test(arguments: Engine.available)
    func `a saved mapping is listed, changed, removed and put back`(engine: Engine) async throws {
        try await run(engine) { wizard in
            let columns = try await wizard.upload(Self.test, ["format": "marks"])
            _ = try await wizard.plan(columns, Self.said)
            let address = "/imports/mappings/procentu-darbi"
            let form = try wizard.page(try await wizard.ask(.get, address))
            #expect(form.contains("value=\"Procentu darbi\"") && form.contains("value=\"5.a\""))
            let change = [
                "version": "1", "title": "Darbi procentos", "title-en": "Tests in per cent",
                "set-class": "6.b",
                "set-kind": "", "column-surname": "Uzv.", "rules": "1", "precedence": "reject",
                "heading": "3",
            ]
            let saved = try wizard.target(try await wizard.ask(.post, address, change))
            #expect(saved == "/imports/mappings")
            let kept = try await Mappings(wizard.desk).find("procentu-darbi")
            #expect(kept.title == Text(lv: "Darbi procentos", en: "Tests in per cent"))
            #expect(kept.constants["class"] == "6.b" && kept.constants["scale"] == "percent")
            #expect(kept.constants["kind"] == nil && kept.headingLine == 3 && !kept.isMaster)
            await #expect(throws: Refusal.self, "another version than the one that was changed") {
                try await wizard.ask(.post, address, change)
            }
            _ = try await wizard.ask(.post, "\(address)/remove")
            let without = try wizard.page(try await wizard.ask(.get, "/imports/mappings"))
            #expect(without.contains("Atjaunot „Darbi procentos”"))
            await #expect(throws: Refusal.self) { try await Mappings(wizard.desk).find("procentu-darbi") }
            _ = try await wizard.ask(.post, "\(address)/restore")
            let back = try wizard.page(try await wizard.ask(.get, "/imports/mappings"))
            #expect(back.contains("href=\"\(address)\"") && !back.contains("Atjaunot „"))
        }
    }

    @Test(arguments: Engine.available)
    func `a pupil has to be found by something, and who is not found is named in each line`(
        engine: Engine
    ) async throws {
        try await run(engine) { wizard in
            let text = """
                Iestāde;Klase;Izglītojamais;Priekšmets;Veids;Mācību gads;Semestris;Vērtējums
                Ābeļu pamatskola;5.a;Liepa Zane;Matemātika;semestris;2025/2026;1;7
                Ābeļu pamatskola;5.a;Liepa Zane;Matemātika;semestris;2025/2026;2;8
                Ābeļu pamatskola;5.a;Egle Ilze;Matemātika;semestris;2025/2026;1;9

                """
            let columns = try await wizard.upload(text, ["format": "marks"])
            let asked = try wizard.page(try await wizard.ask(.get, columns))
            #expect(asked.contains("Izglītojamais (uzvārds un vārds)"))
            #expect(!asked.contains("Norādiet, pēc kā atrast izglītojamo"))
            var said = [
                "column-institution": "#1", "column-class": "#2", "column-subject": "#4",
                "column-kind": "#5", "column-year": "#6", "column-term": "#7", "column-mark": "#8",
            ]
            let carried = QueryText.values(String(columns.split(separator: "?").last ?? ""))
            let unsaid = said.merging(carried) { said, _ in said }
            let again = try wizard.page(try await wizard.ask(.post, "/imports/columns", unsaid))
            #expect(again.contains("Norādiet, pēc kā atrast izglītojamo"))
            said["column-pupil_name"] = "#3"
            let plan = try wizard.page(try await wizard.ask(.get, try await wizard.plan(columns, said)))
            #expect(plan.components(separatedBy: "Liepa Zane").count == 3, "two lines, each with its name")
            #expect(plan.contains("Tas pats jau minēts iepriekš.") && plan.contains("Egle Ilze"))
            #expect(plan.contains("Fails neko nemainīs") && !plan.contains("Pārējo var saglabāt"))
        }
    }

    @Test func `a file that only may be of a kind is asked about, with its headings`() async throws {
        try await run(.sqlite) { wizard in
            let ratings = "Nr.;Iestāde;2019;2020;2021\n1;Ābeļu pamatskola;23;23;26\n"
            let asked = try wizard.page(try await wizard.ask(.get, try await wizard.upload(ratings, [:])))
            #expect(asked.contains("varētu būt „Programmas budžeta tabula”"))
            #expect(asked.contains("Nr. | Iestāde | 2019 | 2020 | 2021") && asked.contains("name=\"format\""))
            let budget = "Nr.;Pasākums;2022;2023;Kopā\n1;Mentori;100;200;300\n"
            let known = try wizard.page(try await wizard.ask(.get, try await wizard.upload(budget, [:])))
            #expect(known.contains("Programmas budžeta tabula") && !known.contains("Izvēlieties faila veidu"))
        }
    }

    @Test func `what a budget would change is told in words, euros and years of the calendar`() async throws {
        try await run(.sqlite) { wizard in
            let budget = "Nr.;Pasākums;2022;2023;Kopā\n1;Mentori;100;200,50;300,50\n"
            let address = try await wizard.plan(try await wizard.upload(budget, [:]), [:])
            let shown = try wizard.page(try await wizard.ask(.get, address))
            for words in [
                "veids: attīstības programma", "stāvoklis: projekts", "rindas numurs: 1",
                "nosaukums: Mentori",
                "summa: 300,50\u{a0}EUR", "budžeta rinda: Mentori; gads: 2022; plānotā summa: 100\u{a0}EUR",
            ] {
                #expect(shown.contains(words), "\(words)")
            }
            for name in ["printed:", "planned:", "language:", "title:", ": 10000", "2022./2023."] {
                #expect(!shown.contains(name), "\(name)")
            }
        }
    }

    private static let totals = """
        Kavējumi pa iestādēm;;;
        Iestāde;Sl.;Neatt.;Kopā
        Ābeļu pamatskola;10;2;12
        Birzes vidusskola;5;;5
        Kopā;15;2;17

        """

    @Test(arguments: Engine.available)
    func `a table of totals gets its measure and the words of its kinds`(engine: Engine) async throws {
        try await run(engine) { wizard in
            let columns = try await wizard.upload(
                Self.totals,
                ["format": "institution-table", "year": "2025/2026", "term": "1"]
            )
            let said = [
                "set-measure": "attendance/missed-reported", "set-kinds-1": "Sl.", "set-kinds-2": "",
                "set-kinds-3": "Neatt.", "set-kinds-4": "", "rules": "1", "source": "public",
                "save-as": "Kavējumu kopskaiti",
            ]
            let unsaid = QueryText.values(String(columns.split(separator: "?").last ?? ""))
                .merging(["set-measure": ""]) { _, new in new }
            let again = try wizard.page(try await wizard.ask(.post, "/imports/columns", unsaid))
            #expect(again.contains("Norādiet: Ko tabulas skaitļi rāda."))
            try await wizard.save(try await wizard.plan(columns, said))
            #expect(try await wizard.count("SELECT count(*) FROM kept_figure WHERE is_public = 1") == 3)
            let kept = try await Mappings(wizard.desk).find("kavejumu-kopskaiti")
            #expect(kept.constants["kinds"] == "3=Neatt.; 1=Sl." && kept.isPublic)
            #expect(kept.constants["year"] == nil)
        }
    }
}
