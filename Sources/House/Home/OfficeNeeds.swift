import Access
import Exchange
import Frame
import Kernel
import Pages
import Storage

/// What waits for those who keep the house: exports to approve, imports to confirm, lines refused, accounts, times to set.
enum OfficeNeeds {
    static func find(_ batches: [RecentBatch], _ desk: Desk) async throws -> [Matter] {
        let found = [
            try await exports(desk), try await imports(desk), try await odd(desk), rejected(batches, desk),
            try await accounts(desk), try await PlanNeeds.find(desk),
            try await desk.database.data.read { try KeepingNeeds.find(desk, $0) },
        ]
        return found.flatMap { $0 }
    }

    private static func exports(_ desk: Desk) async throws -> [Matter] {
        guard !desk.asker.reach(.approveExports, on: desk.today).isEmpty else { return [] }
        let waiting = try await PersonExports(desk).waiting().filter { $0.account != desk.asker.account }
        guard !waiting.isEmpty else { return [] }
        var matter = Matter(
            waiting.count,
            Noun(
                lv: "personas datu eksports gaida jūsu lēmumu",
                "personas datu eksporti gaida jūsu lēmumu",
                en: "export of persons waits for your decision",
                "exports of persons wait for your decision"
            )
        )
        matter.isLate = true
        matter.way = (Text(lv: "Izlemt", en: "Decide"), "/exports")
        return [matter]
    }

    private static func imports(_ desk: Desk) async throws -> [Matter] {
        guard !desk.asker.reach(.importData, on: desk.today).isEmpty else { return [] }
        let pending = try await Importer(desk).pending()
        guard !pending.isEmpty else { return [] }
        var matter = Matter(
            pending.count,
            Noun(
                lv: "imports vēl nav apstiprināts",
                "importi vēl nav apstiprināti",
                en: "import is not confirmed yet",
                "imports are not confirmed yet"
            )
        )
        matter.way = (Text(lv: "Apskatīt", en: "Look"), "/imports")
        return [matter]
    }

    /// Sources of what one imports for whose last import is out of what is usual for them.
    private static func odd(_ desk: Desk) async throws -> [Matter] {
        guard !desk.asker.reach(.importData, on: desk.today).isEmpty else { return [] }
        let alarms = try await ImportHealth.load(desk).alarms
        guard !alarms.isEmpty else { return [] }
        var matter = Matter(
            alarms.count,
            Noun(
                lv: "datu avota pēdējais imports atšķiras no ierastā",
                "datu avotu pēdējie importi atšķiras no ierastā",
                en: "source of data had a last import out of the usual",
                "sources of data had a last import out of the usual"
            )
        )
        let titles = alarms.prefix(5).map { desk.house.title(of: $0) }
        matter.more = Text(
            lv: titles.map(\.lv).joined(separator: ", "),
            en: titles.map(\.en).joined(separator: ", ")
        )
        matter.isLate = true
        matter.way = (Text(lv: "Apskatīt avotus", en: "Look at the sources"), "/imports/sources")
        return [matter]
    }

    /// Lines that the last imports refused, while they can be looked at: what they said is missing until somebody mends the file.
    private static func rejected(_ batches: [RecentBatch], _ desk: Desk) -> [Matter] {
        let now = desk.clock()
        let refused = batches.filter { batch in
            batch.rejected > 0 && batch.keepsRejectedLines(at: now)
                && desk.asker.may(.importData, in: batch.scope, on: desk.today)
        }
        guard let latest = refused.first else { return [] }
        var matter = Matter(
            refused.reduce(0) { $0 + $1.rejected },
            Noun(
                lv: "vērtība pēdējo divu nedēļu importos noraidīta",
                "vērtības pēdējo divu nedēļu importos noraidītas",
                en: "value refused in imports of the last two weeks",
                "values refused in imports of the last two weeks"
            )
        )
        matter.way =
            refused.count == 1
            ? (Text(lv: "Skatīt rindas", en: "See the lines"), "/imports/batches/\(latest.id.rawValue)")
            : (Text(lv: "Skatīt importus", en: "See the imports"), "/imports")
        return [matter]
    }

    private static func accounts(_ desk: Desk) async throws -> [Matter] {
        guard !desk.asker.reach(.administer, on: desk.today).isEmpty else { return [] }
        let open = try await Accounts(desk).list().filter { $0.account.isOpen(on: desk.today) }
        let roleless = open.filter { one in !one.roles.contains { $0.holds(on: desk.today) } }
        let invited = open.filter { !$0.account.hasPassword }
        let soon = desk.today + 14
        let ending = open.filter { one in
            let ends = one.roles.filter { $0.holds(on: desk.today) }.compactMap(\.to)
            return ends.contains { $0 <= soon }
        }
        let parts: [(Int, Noun)] = [
            (
                roleless.count,
                Noun(
                    lv: "kontam nav spēkā esošas lomas",
                    "kontiem nav spēkā esošas lomas",
                    en: "account has no role in force",
                    "accounts have no role in force"
                )
            ),
            (
                invited.count,
                Noun(
                    lv: "uzaicinātais vēl nav iestatījis paroli",
                    "uzaicinātie vēl nav iestatījuši paroli",
                    en: "person invited has set no password yet",
                    "people invited have set no password yet"
                )
            ),
            (
                ending.count,
                Noun(
                    lv: "kontam divu nedēļu laikā beidzas loma",
                    "kontiem divu nedēļu laikā beidzas loma",
                    en: "account has a role that ends within two weeks",
                    "accounts have a role that ends within two weeks"
                )
            ),
        ]
        return parts.filter { $0.0 > 0 }.map { count, noun in
            var matter = Matter(count, noun)
            matter.way = (Text(lv: "Atvērt lietotājus", en: "Open users"), "/users")
            return matter
        }
    }
}
