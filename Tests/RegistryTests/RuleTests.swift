import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Testing

@Suite struct RuleTests {
    private func day(_ text: String) throws -> Day { try Parse.day(text) }

    @Test(arguments: Engine.available)
    func `the seed written twice is the seed written once, and edits stay`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                try RegistrySeed.write(Worlds.tenant, connection)
                let before = try counts(connection)
                #expect(before.allSatisfy { $0 > 0 })
                try connection.execute(
                    """
                    UPDATE regulation SET parameters = '{"lessons":30}' WHERE name = 'unexcused-limit'
                    """
                )
                try RegistrySeed.write(Worlds.tenant, connection)
                #expect(try counts(connection) == before)
                let rules = try Regulations.load(Worlds.tenant, connection)
                #expect(try rules.parameters(of: UnexcusedLimit.self, on: day("01.10.2025."))?.lessons == 30)
                let untouched = Regulations.shipped
                #expect(
                    try untouched.parameters(of: UnexcusedLimit.self, on: day("01.10.2025."))?.lessons == 20
                )
            }
        }
    }

    private func counts(_ connection: Connection) throws -> [Int] {
        try ["code_list", "regulation", "mark_scale", "scale_value"].map { table in
            try connection.value("SELECT count(*) FROM \(SQL.name(table))", Int.self) ?? 0
        }
    }

    @Test func `a year is answered by the rule of that year`() throws {
        let rules = Regulations.shipped
        let pass = try ["01.06.2022.", "01.06.2023.", "01.06.2024.", "01.06.2025.", "01.06.2026."].map {
            try rules.parameters(of: PassThreshold.self, on: day($0))
        }
        #expect(pass.map { $0?.grade9 } == [nil, 10, 10, 10, 15])
        #expect(pass.map { $0?.grade12 } == [5, 10, 15, 20, 20])
        let index = try ["31.07.2020.", "01.08.2020.", "31.07.2025.", "01.08.2025."].map {
            try rules.parameters(of: ExamIndexRule.self, on: day($0))?.aggregator
        }
        #expect(index == [nil, .mean, .mean, .minimum])
    }

    @Test func `bands, promotion and signs of absence`() throws {
        let rules = Regulations.shipped
        let today = try day("01.10.2025.")
        let bands = try #require(try rules.parameters(of: LevelBands.self, on: today))
        let levels = [1000, 900, 899, 600, 599, 400, 399, 100].map { bands.level(hundredths: $0) }
        #expect(levels == [4, 4, 3, 3, 2, 2, 1, 1])
        let promotion = try #require(try rules.parameters(of: PromotionRule.self, on: today))
        #expect(promotion.span(of: 3)?.minimum == 0)
        #expect(promotion.span(of: 8)?.allowedBelow == 1)
        #expect(promotion.span(of: 9) == nil)
        #expect(promotion.span(of: 11)?.allowedBelow == 0)
        let tokens = try #require(try rules.parameters(of: AbsenceTokens.self, on: today))
        #expect(tokens.kinds == ["n": 4, "ns": 1, "nc": 2, "nn": 3])
        #expect(rules.named("eklase-absence-tokens", on: today)?.isEditable == true)
    }

    @Test func `a reason is read by code and by words`() {
        let lists = CodeLists.shipped
        #expect(lists.code(CodeLists.leaveReasons, written: "abroad", on: Worlds.today) == "abroad")
        #expect(lists.code(CodeLists.leaveReasons, written: "cits iemesls", on: Worlds.today) == "other")
        #expect(lists.code(CodeLists.leaveReasons, written: "kaut kas", on: Worlds.today) == nil)
        #expect(
            lists.items(CodeLists.learningAreas, on: Worlds.today).map(\.code) == (1...7).map { String($0) }
        )
    }

    @Test(arguments: Engine.available)
    func `marks are read by their scale`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                try RegistrySeed.write(Worlds.tenant, connection)
                let scales = try MarkScales.load(Worlds.tenant, connection)
                let ten = try #require(scales.coded(MarkScales.ten))
                #expect(ten.value("10") == MarkScale.Value(hundredths: 1000, level: 4, counts: true))
                #expect(ten.value(" 4 ")?.level == 2)
                let lacking = MarkScale.Value(hundredths: nil, level: 0, counts: false, sign: .missing)
                #expect(ten.value("NV") == lacking)
                #expect(ten.value("a")?.sign == .exempt && ten.value("ieskaitīts")?.sign == .plain)
                #expect(ten.value("11") == nil && ten.value("7,5") == nil && ten.value("") == nil)
                let letters = try #require(scales.coded(MarkScales.acquisition))
                #expect(["s", "T", "A", "p"].map { letters.value($0)?.level } == [1, 2, 3, 4])
                #expect(letters.value("7") == nil)
                let percent = try #require(scales.coded(MarkScales.percent))
                #expect(percent.value("74.56%")?.hundredths == 7456)
                #expect(percent.value("nv")?.counts == false && percent.value("100,5") == nil)
                let preschool = try #require(scales.coded(MarkScales.preschool))
                #expect(preschool.value("+")?.counts == false && preschool.value("7") == nil)
                let twenty = try #require(scales.coded(MarkScales.twenty))
                #expect(twenty.value("0")?.hundredths == 0 && twenty.value("20")?.hundredths == 2000)
                #expect(twenty.value("21") == nil)
                #expect(scales.numbered(ten.id)?.code == "ten")
            }
        }
    }
}
