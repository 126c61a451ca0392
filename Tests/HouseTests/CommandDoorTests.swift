import Access
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// Commands are refused like pages: by permission and scope, with the reason.
struct CommandDoorTests {
    @Test func `every command is listed once, with a permission of the house and a scope that it can have`() {
        let doors = sekme.commands
        #expect(doors == CommandDoors.all)
        #expect(Set(doors.map(\.name)).count == doors.count)
        let known = Set(sekme.permissions)
        for door in doors {
            #expect(known.contains(door.permission), "\(door.name)")
            #expect([PageScope.open, .tenant, .anywhere].contains(door.scope), "\(door.name)")
            #expect((door.scope == .open) == (door.standing == .nobody), "\(door.name)")
        }
    }

    private func refusal(_ test: TestWorld, _ door: CommandDoor, as login: String) async -> Refusal? {
        do {
            _ = try await CommandSession.open(
                test.world,
                through: door,
                tenant: nil,
                account: login,
                language: .en
            )
            return nil
        } catch {
            return error as? Refusal
        }
    }

    @Test(arguments: Engine.available)
    func `an account runs what its roles allow, and reads why not otherwise`(_ engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            let school = Scope(institution: InstitutionID(rawValue: 1))
            try await test.account("reader", "reader")
            try await test.account("head", "head", in: school)
            let report = await refusal(test, CommandDoors.report, as: "reader")
            #expect(report == nil)
            let trail = await refusal(test, CommandDoors.auditList, as: "reader")
            #expect(trail?.kind == .forbidden)
            #expect(trail?.message.en.contains("sekme audit list") == true)
            #expect(trail?.advice.en.contains("These roles have it: Administrator") == true)
            let users = await refusal(test, CommandDoors.userList, as: "head")
            #expect(users == nil)
            let rules = await refusal(test, CommandDoors.rulesSet, as: "head")
            #expect(rules?.kind == .forbidden)
            #expect(rules?.advice.en.contains("allows it only here: an institution 1") == true)
            let backup = await refusal(test, CommandDoors.backup, as: "head")
            #expect(backup?.advice.en.contains("without --as") == true)
        }
    }

    @Test func `no account stands for the whole database`() throws {
        for door in CommandDoors.all where door.standing == .machine {
            #expect(throws: Refusal.self) { try door.requireMachine(account: "anna") }
            try door.requireMachine(account: nil)
        }
    }

    @Test func `what the matrix says of a command is what its door decides`() async throws {
        try await TestWorld.run(.sqlite) { test in
            var wrong: [String] = []
            var count = 0
            for command in sekme.commands where command.standing != .nobody {
                for one in DoorCase.all([Door(command)], sekme) {
                    guard let role = one.role, let level = one.level else { continue }
                    let isOperator = role.name == "operator"
                    let asker =
                        isOperator
                        ? Operator.asker(sekme) : role.sample(level, permissions: sekme.permissions)
                    let isLetIn = (try? command.admit(test.desk.seated(asker))) != nil
                    count += 1
                    if isLetIn != one.isOpen { wrong.append("\(command.name) \(role.name) \(level)") }
                }
            }
            #expect(wrong == [])
            #expect(count > 600, "\(count)")
        }
    }

    @Test func `the page of doors lists every page and command, for everybody who is signed in`() async throws
    {
        try await TestWorld.run(.sqlite) { test in
            try await test.account("reader", "reader")
            try await test.act("reader") { browser, _ in
                let matrix = try await browser.get("/permissions").text
                for address in ["/permissions/doors", "/permissions/cases"] {
                    #expect(matrix.contains("href=\"\(address)\""), "\(address)")
                }
                let doors = try await browser.get("/permissions/doors").text
                for door in sekme.allDoors {
                    #expect(doors.contains("<span class=\"note\">\(door.name)</span>"), "\(door.name)")
                }
                let own = try await browser.get("/permissions/doors?role=reader").text
                #expect(own.contains(">GET /reports<") && !own.contains(">GET /users<"))
                let words = DoorWords.words(CommandDoors.userAdd)
                #expect(Language.allCases.contains { doors.contains(">\(words[$0])<") })
                let cases = try await browser.get("/permissions/cases")
                #expect(cases.status == 200)
            }
        }
    }

    @Test func `the operator runs every command but those that name pupils`() async throws {
        try await TestWorld.run(.sqlite) { test in
            let desk = test.world.desk(test.tenant, Operator.asker(sekme))
            for command in sekme.commands where command.permission != .mergePupils {
                try command.admit(desk)
            }
            #expect(throws: Refusal.self) { try CommandDoors.pupilMerge.admit(desk) }
        }
    }
}
