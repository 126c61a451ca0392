internal import Access
internal import Frame
internal import Kernel
internal import Storage

extension Holder {
    /// Whether they can stand for a body in a case or a referral: whose role names bodies, for those alone.
    func works(for body: CaseBody) -> Bool { bodies.isEmpty || bodies.contains(body) }

    /// How somebody is named where one is chosen: with the role, and the body where the role names one.
    func words(_ language: Language) -> String {
        let named = CaseBody.words(of: bodies)[language]
        return named.isEmpty ? "\(name) (\(role[language]))" : "\(name) (\(role[language]), \(named))"
    }
}

extension CaseFile {
    /// Open accounts that hold a permission for the pupil of the case on a day, by name.
    func holders(
        of permission: Permission,
        on day: Day,
        _ connection: Connection
    ) throws -> [Holder] {
        let scope = try scope(on: day, connection)
        return try Accounts.holders(of: permission, covering: scope, on: day, tenant, connection)
    }
}

extension CaseBody {
    /// Some bodies by their names, in the order of lists.
    static func words(of bodies: Set<CaseBody>) -> Text {
        let ordered = allCases.filter { bodies.contains($0) }.map(\.words)
        return Text(
            lv: ordered.map(\.lv).joined(separator: ", "),
            en: ordered.map(\.en).joined(separator: ", ")
        )
    }
}

extension Text {
    /// What is wrong where somebody was to stand for a body that the own role does not name.
    static func worksFor(_ bodies: Set<CaseBody>) -> Text {
        let named = CaseBody.words(of: bodies)
        return Text(
            lv: "Šis cilvēks pārstāv citu institūciju: \(named.lv). Izvēlieties to vai citu cilvēku.",
            en: "This person works for another body: \(named.en). Choose that body, or another person."
        )
    }

    /// What is wrong where somebody asks in the name of a body that the own role does not name.
    static func workForYours(_ bodies: Set<CaseBody>) -> Text {
        let named = CaseBody.words(of: bodies)
        return Text(
            lv: """
                Jūsu loma paredzēta citai institūcijai: \(named.lv). Izvēlieties to; ja tā nav pareiza, lūdziet administratoram \
                labot lomu.
                """,
            en: """
                Your role is of another body: \(named.en). Choose that one; if it is wrong, ask the administrator to \
                change the role.
                """
        )
    }
}
