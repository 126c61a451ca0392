import Access
package import Frame
package import Kernel
import Storage

/// A command at work: the open world and the desk of one tenant.
package struct CommandSession: Sendable {
    /// The open installation.
    package let world: World
    /// The desk of the tenant, with the account that asks.
    package let desk: Desk

    /// Opens the tenant that is named, or the only one; a database without any gets one.
    ///
    /// Refuses whoever may not go through the door of the command. Records name the user of the operating system,
    /// where one is given.
    package static func open(
        _ world: World,
        through door: CommandDoor,
        tenant name: String?,
        account: String?,
        language: Language,
        systemUser: String? = nil
    ) async throws -> CommandSession {
        let tenant = try await find(name, world, language)
        let asker = Operator.asker(world.house, language).commanded(by: systemUser)
        let operatorDesk = world.desk(tenant.id, asker)
        guard let account else {
            try door.admit(operatorDesk)
            return CommandSession(world: world, desk: operatorDesk)
        }
        let seated = try await Accounts(operatorDesk).asker(login: account)
        let desk = operatorDesk.seated(seated.commanded(by: systemUser))
        try door.admit(desk)
        return CommandSession(world: world, desk: desk)
    }

    /// Records that a command is run that reads or changes what people entered, before it does.
    package func record(_ command: String) async throws {
        try await AuditTrail.command(command, desk)
    }

    /// Records in the trail of every board that a command for the whole database is run.
    package static func record(_ command: String, systemUser: String, _ world: World) async throws {
        let tenants = try await world.database.data.read { try Tenants.all($0) }
        for tenant in tenants {
            let asker = Operator.asker(world.house).commanded(by: systemUser)
            try await AuditTrail.command(command, world.desk(tenant.id, asker))
        }
    }

    private static func find(_ name: String?, _ world: World, _ language: Language) async throws -> Tenant {
        let all = try await world.database.data.read { try Tenants.all($0) }
        if let name {
            let key = LatvianKey.search(name)
            if let numbered = all.first(where: { String($0.id.rawValue) == name }) { return numbered }
            let named = all.filter { LatvianKey.search($0.name) == key }
            guard let found = named.first else { throw Refusal.noSuchTenant(all.map(\.called)) }
            // Two boards may have one name; work must not be done for the wrong one.
            guard named.count == 1 else { throw Refusal.severalTenants(named.map(\.called)) }
            return found
        }
        if all.count > 1 { throw Refusal.severalTenants(all.map(\.called)) }
        if let only = all.first { return only }
        let words = Text(lv: "Izglītības pārvalde", en: "Education board")
        let id = try await Tenants.create(
            words[language],
            language: language,
            at: world.clock(),
            world.database
        )
        try await RegistrySeedOfTenant.write(id, world)
        guard let made = try await world.database.data.read({ try Tenants.find(id, $0) }) else {
            throw Refusal.noSuchTenant([])
        }
        return made
    }

    /// Answers a report; one that shows persons only through the guard of exports.
    ///
    /// A signed one says who made it, and when. A filter that the report does not have is refused, as who typed it would take
    /// the numbers for narrowed.
    package func answer(
        _ request: ReportRequest,
        reason: String = "",
        signed: Bool = false
    ) async throws -> AnsweredReport {
        try request.requireDeclared(in: desk.house)
        let answer = try await ExportGuard(desk: desk).pass(
            try await Asking(desk).answer(request),
            reason: reason
        )
        guard signed else { return answer }
        return try await answer.signed(desk)
    }

    /// Ends what is open.
    package func close() async {
        await world.database.close()
    }
}

extension Tenant {
    /// The number and the name, by either of which a command chooses it.
    fileprivate var called: String { "\(id.rawValue) – \(name)" }
}

extension Refusal {
    static func noSuchTenant(_ names: [String]) -> Refusal {
        let list = names.joined(separator: ", ")
        return Refusal(
            .unknown,
            Text(lv: "Datubāzē nav tādas pārvaldes.", en: "The database has no such board."),
            advice: Text(lv: "Ir: \(list).", en: "There are: \(list).")
        )
    }

    static func severalTenants(_ names: [String]) -> Refusal {
        let list = names.joined(separator: ", ")
        return Refusal(
            .usage,
            Text(lv: "Datubāzē ir vairākas pārvaldes.", en: "The database has several boards."),
            advice: Text(
                lv: "Norādiet vienu ar --tenant, pēc numura vai nosaukuma: \(list).",
                en: "Choose one with --tenant, by number or name: \(list)."
            )
        )
    }
}
