package import Frame
package import Kernel

/// Whether something is allowed, and why.
package struct Decision: Hashable, Sendable {
    /// The grant that allows it; nil where nothing does.
    package let grant: Grant?
    /// Why, in a sentence: the role, where and until when, or what is missing.
    package let why: Text

    /// Whether it is allowed.
    package var isAllowed: Bool { grant != nil }
}

/// Decides what an asker may, and says why.
///
/// Deny is the default: only a grant allows.
package enum Authoriser {
    /// Whether an asker may do a thing in a scope on a day.
    package static func decide(
        _ asker: Asker,
        _ permission: Permission,
        _ scope: Scope,
        on day: Day
    ) -> Decision {
        if let grant = asker.grant(permission, in: scope, on: day) {
            return Decision(grant: grant, why: allowed(grant))
        }
        return Decision(grant: nil, why: missing(asker, permission, scope, on: day))
    }

    private static func allowed(_ grant: Grant) -> Text {
        let until = grant.to.map {
            Text(lv: ", līdz \(Format(.lv).day($0))", en: ", until \(Format(.en).day($0))")
        }
        let start = Text(
            lv: "Atļauj loma „\(grant.roleWords.lv)”",
            en: "The role “\(grant.roleWords.en)” allows it"
        )
        return start + Text(same: " (") + grant.scope.words + (until ?? Text(same: "")) + Text(same: ").")
    }

    /// What is missing, the nearest thing first: the period, then the place, then the role.
    private static func missing(
        _ asker: Asker,
        _ permission: Permission,
        _ scope: Scope,
        on day: Day
    ) -> Text {
        let having = asker.grants.filter { $0.permissions.contains(permission) }
        if let other = having.first(where: { $0.scope.covers(scope) }) {
            return other.from > day ? notYet(other) : over(other)
        }
        if let elsewhere = having.first(where: { $0.holds(from: day) }) {
            return Text(
                lv: "Loma „\(elsewhere.roleWords.lv)” to ļauj tikai šeit: \(elsewhere.scope.words.lv).",
                en: "The role “\(elsewhere.roleWords.en)” allows it only here: \(elsewhere.scope.words.en)."
            )
        }
        guard asker.grants.contains(where: { $0.holds(from: day) }) else {
            return Text(lv: "Nav nevienas spēkā esošas lomas.", en: "There is no role in force.")
        }
        let roles = Role.all.filter { !$0.breadths(permission).isEmpty }
        let lv = roles.map(\.words.lv).joined(separator: ", ")
        let en = roles.map(\.words.en).joined(separator: ", ")
        return Text(
            lv: "Nevienai lomai nav tiesību „\(permission.words.lv)”. Tās ir lomām: \(lv).",
            en: "No role held has the permission “\(permission.words.en)”. These roles have it: \(en)."
        )
    }

    private static func notYet(_ grant: Grant) -> Text {
        Text(
            lv: "Loma „\(grant.roleWords.lv)” stāsies spēkā \(Format(.lv).day(grant.from))",
            en: "The role “\(grant.roleWords.en)” begins on \(Format(.en).day(grant.from))."
        )
    }

    private static func over(_ grant: Grant) -> Text {
        let last = grant.to ?? grant.from
        return Text(
            lv: "Loma „\(grant.roleWords.lv)” beidzās \(Format(.lv).day(last))",
            en: "The role “\(grant.roleWords.en)” ended on \(Format(.en).day(last))."
        )
    }
}

extension Grant {
    fileprivate func holds(from day: Day) -> Bool {
        guard from <= day else { return false }
        guard let to else { return true }
        return day <= to
    }
}

extension Scope {
    /// What kind of place it is, with its number.
    var words: Text {
        if owner != nil { return Text(lv: "savi dati", en: "one's own") }
        guard let level else { return Text(same: "") }
        let number = pupil?.rawValue ?? classGroup?.rawValue ?? institution?.rawValue
        return level.words + Text(same: number.map { " \($0)" } ?? "")
    }
}
