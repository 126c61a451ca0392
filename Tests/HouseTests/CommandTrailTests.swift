import Access
import Foundation
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// Commands leave records that name who ran them; accounts are kept from the command line.
struct CommandTrailTests {
    private func session(_ test: TestWorld, user: String? = "ilze") async throws -> CommandSession {
        try await CommandSession.open(
            test.world,
            through: CommandDoors.userAdd,
            tenant: nil,
            account: nil,
            language: .en,
            systemUser: user
        )
    }

    private func trail(_ test: TestWorld) async throws -> [AuditRecord] {
        try await AuditTrail.move(test.tenant, test.world.database)
        return try await AuditTrail.list(test.tenant, AuditFilter(), test.world.database)
    }

    @Test(arguments: Engine.available)
    func `a command is recorded with the user of the system, and so is all that it does`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            let session = try await session(test)
            try await session.record("user add")
            _ = try await UserCommands(session).add(
                login: "zane",
                name: "Zane Paraugs",
                role: "board-specialist",
                institution: nil,
                until: nil
            )
            let records = try await trail(test)
            let ran = try #require(records.first { $0.kind == AuditKind.command.rawValue })
            #expect(ran.what == "command user add os:ilze")
            let kinds = Set(records.map(\.kind))
            #expect(kinds.isSuperset(of: ["command", "account.added", "role.granted"]))
            #expect(records.allSatisfy { $0.what.hasSuffix(" os:ilze") })
            #expect(records.allSatisfy { !$0.what.contains("Paraugs") && !$0.what.contains("zane") })
            let words = AuditWords(sekme, accounts: [:])
            #expect(words.words(ran.what).en == "sekme user add, system user ilze")
            let sound = try await AuditCommands(session).verify(anchors: nil)
            #expect(sound.isSound)
        }
    }

    @Test(arguments: Engine.available)
    func `a command for the whole database is in the trail of every board`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            try await TenantCommands.add("Otra", host: "otra.example", .lv, test.world)
            try await CommandSession.record("restore", systemUser: "root(ilze)", test.world)
            let tenants = try await test.world.database.data.read { try Tenants.all($0) }
            #expect(tenants.count == 2)
            for tenant in tenants {
                let records = try await AuditTrail.list(tenant.id, AuditFilter(), test.world.database)
                #expect(records.first?.what == "command restore os:root(ilze)")
            }
        }
    }

    @Test func `a name of the system that could break a record is made plain`() {
        #expect(SystemUser.name("Ilze Bērziņa\n") == "Ilze_B_rzi_a_")
        #expect(!SystemUser.current.isEmpty)
        #expect(SystemUser.name(SystemUser.current) == SystemUser.current)
    }

    @Test(arguments: Engine.available)
    func `an account is closed, opened, given a link and loses a role by commands`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            let session = try await session(test)
            let commands = UserCommands(session)
            try await test.account("zane", "board-specialist")
            try await commands.disable(login: "zane")
            #expect(try await commands.list(.en).contains("zane\tParaugs zane\tdisabled\t"))
            await #expect(throws: Refusal.self) { try await commands.reset(login: "zane") }
            try await commands.enable(login: "zane")
            #expect(try await commands.list(.en).contains("\tactive\tboard-specialist ("))
            let link = try await commands.reset(login: "zane").en
            let secret = try #require(link.split(separator: "/").last)
            let accounts = Accounts(session.desk)
            let owner = try await accounts.owner(of: Secret(text: String(secret)))
            #expect(owner.account.login == "zane" && owner.purpose == .reset)

            await #expect(throws: Refusal.self) {
                try await commands.endRole(login: "zane", role: "head", institution: nil)
            }
            try await commands.endRole(login: "zane", role: "board-specialist", institution: nil)
            let today = session.desk.today
            let ended = try await accounts.one(owner.account.id)
            #expect(ended.roles.allSatisfy { !$0.holds(on: today) })
            let kinds = try await trail(test).map(\.kind)
            for kind in ["account.disabled", "account.enabled", "account.link", "role.ended"] {
                #expect(kinds.contains(kind), "\(kind)")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `the body of a role is named by command and listed, and asked for where it is left out`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            let commands = UserCommands(try await session(test))
            try await test.account("ieva", "reader")
            for body in [nil, "nekas", "school"] as [String?] {
                await #expect(throws: Refusal.self) {
                    try await commands.grant(
                        login: "ieva",
                        role: "outside-worker",
                        institution: nil,
                        until: nil,
                        body: body
                    )
                }
            }
            try await commands.grant(
                login: "ieva",
                role: "outside-worker",
                institution: nil,
                until: nil,
                body: "police"
            )
            let list = try await commands.list(.en)
            #expect(list.contains("outside-worker (") && list.contains(", police)"))
            let words = AuditWords(sekme, accounts: [:])
            let given = try #require(try await trail(test).first { $0.what.contains(" body police") })
            #expect(words.words(given.what).en.contains("Specialist of another body, police"))
        }
    }
}
