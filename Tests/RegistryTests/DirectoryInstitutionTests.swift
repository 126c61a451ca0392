import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Testing

@Suite struct DirectoryInstitutionTests {
    private func run(_ staging: CollectingStaging, isMaster: Bool = true) -> DirectoryRun {
        DirectoryRun(Directory.empty, Worlds.run(staging, isMaster: isMaster))
    }

    @Test func `quotation marks, marks and case of a name do not matter`() throws {
        let run = run(CollectingStaging())
        let id = try run.institution(name: "Privātā sākumskola \"Ābolītis\"", at: line(2))
        for name in [
            "Privātā sākumskola „Ābolītis”", "privata sakumskola abolitis", "PRIVĀTĀ SĀKUMSKOLA ĀBOLĪTIS",
        ] {
            #expect(try run.institution(name: name, at: line(3)) == id)
        }
    }

    @Test func `a number finds its institution under any name, and a new number is a new institution`() throws
    {
        let staging = CollectingStaging()
        let run = run(staging)
        let first = try run.institution(name: "Upes vidusskola", regNo: "4210000001", at: line(2))
        let renamed = try run.institution(name: "Upes ģimnāzija", regNo: " 4210 000001", at: line(3))
        let namesake = try run.institution(name: "Upes vidusskola", regNo: "4210000002", at: line(4))
        #expect(first == renamed)
        #expect(first != namesake)
        let which = try run.institution(name: "Upes vidusskola", at: line(5))
        #expect(which == nil)
        #expect(staging.unmatched.map(\.problem.code) == ["institution.ambiguous"])
    }

    @Test func `an institution known by its name takes over the number of a register`() throws {
        let staging = CollectingStaging()
        let run = run(staging)
        let id = try run.institution(name: "Lauku skola", at: line(2))
        let same = try run.institution(name: "Lauku skola", regNo: "4210000009", at: line(3))
        #expect(id != nil && same == id)
        #expect(try run.institution(name: "", regNo: "4210000009", at: line(4)) == id)
        #expect(staging.rows(of: .institutions).first?.columns["reg_no"] == .text("4210000009"))
        let namesake = try run.institution(name: "Lauku skola", regNo: "4210000010", at: line(5))
        #expect(namesake != id)
    }

    @Test func `a name of two institutions finds the tenant's own`() throws {
        let run = run(CollectingStaging())
        let own = try run.institution(name: "Kalna skola", regNo: "1", at: line(2))
        _ = try run.institution(name: "Kalna skola", regNo: "2", isReference: true, at: line(3))
        #expect(try run.institution(name: "Kalna skola", at: line(4)) == own)
    }

    @Test func `an old name and an alias find the institution of today`() throws {
        let staging = CollectingStaging()
        let run = run(staging)
        let year = SchoolYear(2020)
        let id = try #require(
            try run.institution(name: "Meža pamatskola", regNo: "7", year: year, at: line(2))
        )
        try run.rename(id, to: "Meža vidusskola", from: year.next.first, at: line(3))
        try run.addAlias("Meža vsk.", of: id, at: line(4))
        for name in ["Meža pamatskola", "Meža vidusskola", "meža vsk"] {
            #expect(try run.institution(name: name, at: line(5)) == id)
        }
        let rows = staging.rows(of: .institutions)
        #expect(rows.map { $0.columns["name"] } == [.text("Meža vidusskola")])
        let names = staging.rows(of: .institutionNames)
        #expect(
            names.map(\.key) == [[1, year.first.number, 0], [1, year.next.first.number, 0], [1, 0, 1]]
        )
        let keys = ["Meža pamatskola", "Meža vidusskola", "Meža vsk."].map { Value.blob(LatvianKey.sort($0)) }
        #expect(names.compactMap { $0.columns["sort_key"] } == keys)
    }

    @Test func `an older list does not give the present name`() throws {
        let staging = CollectingStaging()
        let run = run(staging)
        let id = try #require(
            try run.institution(name: "Jaunā skola", regNo: "7", year: SchoolYear(2022), at: line(2))
        )
        try run.rename(id, to: "Vecā skola", from: SchoolYear(2020).first, at: line(3))
        #expect(staging.rows(of: .institutions).first?.columns["name"] == .text("Jaunā skola"))
        #expect(staging.rows(of: .institutionNames).count == 2)
    }

    @Test func `a municipality of one name before and after the reform is two`() throws {
        let staging = CollectingStaging()
        let run = run(staging)
        let old = try run.territory(name: "AIZKRAUKLES NOVADS", year: SchoolYear(2020), at: line(2))
        let new = try run.territory(name: "Aizkraukles novads", year: SchoolYear(2021), at: line(3))
        #expect(old != new)
        #expect(try run.territory(name: "Aizkraukles novads", year: SchoolYear(2019), at: line(4)) == old)
        #expect(try run.territory(name: "Aizkraukles novads", year: SchoolYear(2024), at: line(5)) == new)
        let rows = staging.rows(of: .territories)
        let day = { (text: String) in try Value.integer(Int64(Parse.day(text).number)) }
        #expect(try rows.map { $0.columns["from_day"] } == [day("01.09.2019."), day("01.09.2021.")])
        #expect(try rows.map { $0.columns["to_day"] } == [day("30.06.2021."), .integer(0)])
    }

    @Test(arguments: [
        ("AGLONAS NOVADS", "Aglonas novads"), ("RĪGA", "Rīga"), ("ĀDAŽU NOVADS", "Ādažu novads"),
        ("Dienvidkurzemes novads", "Dienvidkurzemes novads"),
        ("DAUGAVPILS VALSTSPILSĒTA", "Daugavpils valstspilsēta"),
    ])
    func `capitals of registers become a proper name`(capitals: String, proper: String) {
        #expect(TerritoryName.proper(capitals) == proper)
    }

    @Test(arguments: [
        ("SKOLAS IELA 6, PRIEŽMALE, KASTUĻINAS PAGASTS, AGLONAS NOVADS, LV-5685", "AGLONAS NOVADS"),
        ("ANNAS IELA 2, RĪGA, LV-1001", "RĪGA"), ("Ābeļu iela 1, Kaut kur, LV-5600", ""), ("", ""),
        ("JAUNĀ IELA 44, JĒKABPILS, LV-5201", "JĒKABPILS"),
    ])
    func `an address names its municipality`(address: String, territory: String) {
        #expect(TerritoryName.ofAddress(address) == territory)
    }

    @Test(arguments: [("10.a", 10), ("1.b", 1), ("12. A", 12), ("13.a", 0), ("IPb24", 0), ("5", 5)])
    func `the grade is the number that a class begins with`(name: String, grade: Int) {
        #expect(ClassName.grade(name) == grade)
    }

    @Test func `a class is one however it is written`() {
        #expect(Set(["10.a", "10. A", "10a", "10.A "].map(ClassName.key)).count == 1)
        #expect(ClassName.key("1.a") != ClassName.key("10.a"))
        #expect(ClassName.display("10. a") == "10.a")
        #expect(ClassName.display("Mūzikas  grupa") == "Mūzikas grupa")
    }

    @Test func `a teacher is found by a name in either order`() throws {
        let staging = CollectingStaging()
        let run = run(staging)
        let school = InstitutionID(rawValue: 1)
        let id = try run.staff(surname: "Kalniņa", forename: "Ilze Anna", institution: school, at: line(2))
        #expect(try run.staff(fullName: "Ilze Anna Kalniņa", institution: school, at: line(3)) == id)
        #expect(try run.staff(fullName: "Kalniņa Ilze Anna", institution: school, at: line(4)) == id)
        let elsewhere = try run.staff(
            fullName: "Ilze Anna Kalniņa",
            institution: InstitutionID(rawValue: 2),
            at: line(5)
        )
        #expect(elsewhere != id)
        #expect(staging.rows(of: .staff).count == 2)
    }
}
