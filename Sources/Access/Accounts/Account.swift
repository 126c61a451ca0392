package import Frame
package import Kernel
package import Storage

/// An account as people see it; its secrets stay in ``AccountSecrets``.
package struct Account: Hashable, Sendable, Readable {
    /// Its id.
    package let id: AccountID
    /// The name typed to sign in, in small letters.
    package let login: String
    /// The mail address, or empty.
    package let email: String
    /// The person's name.
    package let name: String
    /// The language of pages.
    package let language: Language
    /// The member of staff that the person is, if known.
    package let staff: StaffID?
    /// The last day on which the account may be used, or nil.
    package let expires: Day?
    /// Whether it was closed.
    package let isDisabled: Bool
    /// Whether the password must be changed first.
    package let mustChange: Bool
    /// Whether a password was ever set; before that the invitation was not taken up.
    package let hasPassword: Bool
    /// Whether a second factor is set up.
    package let hasSecondFactor: Bool
    /// The version, for changes.
    package let version: Int

    static let columns: SQL = """
        id, login, email, name, language, staff_id, expires_day, disabled, must_change,
        CASE WHEN password = '' THEN 0 ELSE 1 END, CASE WHEN totp IS NULL THEN 0 ELSE 1 END, version
        """

    /// Reads the columns of a row.
    package init(row: inout Row) throws {
        id = try row.next()
        login = try row.next()
        email = try row.next()
        name = try row.next()
        language = Language(rawValue: try row.next(String.self)) ?? .lv
        let staff = try row.next(Int.self)
        self.staff = staff > 0 ? StaffID(rawValue: staff) : nil
        let expires = try row.next(Int.self)
        self.expires = expires > 0 ? Day(number: expires) : nil
        isDisabled = try row.next()
        mustChange = try row.next()
        hasPassword = try row.next()
        hasSecondFactor = try row.next()
        version = try row.next()
    }

    /// Whether it may be used on a day.
    package func isOpen(on day: Day) -> Bool {
        guard !isDisabled else { return false }
        guard let expires else { return true }
        return day <= expires
    }

    /// How it stands on a day, in a word.
    package func stateWords(on day: Day) -> Text {
        if isDisabled { return Text(lv: "slēgts", en: "disabled") }
        if !isOpen(on: day) { return Text(lv: "beidzies", en: "expired") }
        return hasPassword ? Text(lv: "aktīvs", en: "active") : Text(lv: "uzaicināts", en: "invited")
    }

    /// A login as it is kept: without blanks around it, in small letters.
    package static func login(_ typed: String) -> String {
        typed.composed.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Refuses a login that could be mistaken or mistyped.
    static func check(login: String) throws(Refusal) {
        let isPlain = login.unicodeScalars.allSatisfy { scalar in
            scalar.isASCII
                && (scalar.properties.isAlphabetic || "0123456789._-+@".unicodeScalars.contains(scalar))
        }
        guard isPlain, (3...100).contains(login.utf8.count) else { throw .badLogin }
    }
}

/// A role that an account holds.
package struct HeldRole: Hashable, Sendable, Readable, Identifiable {
    /// Its id.
    package let id: Int
    /// Who holds it.
    package let account: AccountID
    /// The stable name of the role.
    package let role: String
    /// Where.
    package let scope: Scope
    /// The first day.
    package let from: Day
    /// The last day, or nil.
    package let to: Day?
    /// Who gave it; 0 for the operator.
    package let grantedBy: AccountID
    /// The body that the holder works for; nil where the role names none or nobody said it yet.
    package let body: CaseBody?

    static let columns: SQL =
        "id, account_id, role, institution_id, class_id, pupil_id, from_day, to_day, granted_by, body"

    /// Reads the columns of a row.
    package init(row: inout Row) throws {
        id = try row.next()
        account = try row.next()
        role = try row.next()
        let institution = try row.next(Int.self)
        let classGroup = try row.next(Int.self)
        let pupil = try row.next(Int.self)
        scope = Scope(
            institution: institution > 0 ? InstitutionID(rawValue: institution) : nil,
            classGroup: classGroup > 0 ? ClassID(rawValue: classGroup) : nil,
            pupil: pupil > 0 ? PupilID(rawValue: pupil) : nil
        )
        from = try row.next()
        let to = try row.next(Int.self)
        self.to = to > 0 ? Day(number: to) : nil
        grantedBy = try row.next()
        body = CaseBody(rawValue: try row.next(Int.self))
    }

    /// Whether it is held on a day.
    package func holds(on day: Day) -> Bool {
        guard from <= day else { return false }
        guard let to else { return true }
        return day <= to
    }

    /// What people call the role.
    package var words: Text { Role.named(role)?.words ?? Text(same: role) }
}

extension Refusal {
    static let badLogin = Refusal(
        .invalid,
        Text(
            lv:
                "Lietotājvārdā drīkst būt 3–100 rakstzīmes: burti bez diakritiskajām zīmēm, cipari un zīmes . _ - + @",
            en: "A login has 3 to 100 plain letters, digits and the signs . _ - + @"
        ),
        advice: Text(lv: "Piemēram: anna.berzina", en: "For example: anna.berzina")
    )
    static let noName = Refusal(
        .invalid,
        Text(lv: "Nav ierakstīts vārds un uzvārds.", en: "The name is not given."),
        advice: Text(lv: "Ierakstiet to.", en: "Write it.")
    )
    static let loginTaken = Refusal(
        .conflict,
        Text(lv: "Šāds lietotājvārds jau ir.", en: "There is such a login already."),
        advice: Text(lv: "Izvēlieties citu.", en: "Choose another.")
    )
    static let noSuchAccount = Refusal(
        .unknown,
        Text(lv: "Tāda konta nav.", en: "There is no such account."),
        advice: Text(
            lv: "Pārbaudiet lietotājvārdu kontu sarakstā.",
            en: "Check the login in the list of accounts."
        )
    )
}
