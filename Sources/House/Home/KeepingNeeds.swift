import Frame
import Kernel
import Pages
import Registry
import Storage

/// Kinds of personal data that nothing ends, as the board has set no time for them: for whoever sets it or answers for it.
///
/// Nothing is late: until a time is set all is kept, which the board has to want and not to overlook.
enum KeepingNeeds {
    static func find(_ desk: Desk, _ connection: Connection) throws -> [Matter] {
        let maySet = desk.asker.may(.administer, in: .tenant, on: desk.today)
        guard maySet || desk.asker.may(.handlePrivacy, in: .tenant, on: desk.today) else { return [] }
        let rule: RetentionRule? = try Regulations.load(desk.tenant, connection).parameters(on: desk.today)
        let unset = RetentionKind.allCases.filter { rule?.time(of: $0) == nil }
        let found = Matter.counted(
            unset.count,
            Noun(
                lv: "personas datu veidam nav noteikts glabāšanas termiņš",
                "personas datu veidiem nav noteikts glabāšanas termiņš",
                en: "kind of personal data has no time of keeping",
                "kinds of personal data have no time of keeping"
            ),
            maySet
                ? Text(lv: "Noteikt termiņus", en: "Set the times")
                : Text(lv: "Skatīt termiņus", en: "See the times"),
            "/rules/\(RetentionRule.regulation)"
        )
        guard var matter = found else { return [] }
        matter.more = Text(
            lv: "Kamēr termiņa nav, šos datus nedzēš.",
            en: "While there is no time, these data are not removed."
        )
        return [matter]
    }
}
