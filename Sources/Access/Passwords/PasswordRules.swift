package import Kernel

/// What a new password must be like: long, not the person's own name, not one that everybody tries first.
///
/// No classes of letters are asked for: they make passwords worse (NIST SP 800-63B, section 5.1.1.2).
package enum PasswordRules {
    /// The least number of characters.
    package static let shortest = 12
    /// The largest number of bytes, so that nobody sends a book.
    package static let longest = 1_024

    /// Refuses a password that breaks a rule.
    ///
    /// `own` are the login, the mail address and the name of its owner.
    package static func check(_ password: String, own: [String]) throws(Refusal) {
        guard password.composed.count >= shortest else { throw .shortPassword }
        guard password.utf8.count <= longest else { throw .longPassword }
        let folded = folded(password)
        guard Set(folded).count >= 5 else { throw .plainPassword }
        for word in own.flatMap(words) where word.count >= 4 && repeats(folded, word) { throw .ownPassword }
        guard !CommonPasswords.holds(folded) else { throw .plainPassword }
    }

    /// Whether little is left of the password once the word is taken out of it.
    private static func repeats(_ password: String, _ word: String) -> Bool {
        guard password.contains(word) else { return false }
        let rest = password.split(separator: word).reduce(0) { $0 + $1.count }
        return rest < 8
    }

    private static func words(_ own: String) -> [String] {
        let name = own.split(separator: "@").first.map(String.init) ?? own
        return [folded(own), folded(name)] + LatvianKey.search(name).split(separator: " ").map(String.init)
    }

    static func folded(_ text: String) -> String {
        LatvianKey.search(text).filter { $0 != " " }
    }
}

extension Refusal {
    static let shortPassword = Refusal(
        .invalid,
        Text(
            lv: "Parole ir par īsu: vajadzīgas vismaz \(PasswordRules.shortest) rakstzīmes.",
            en: "The password is too short: it needs at least \(PasswordRules.shortest) characters."
        ),
        advice: Text(
            lv: "Izvēlieties, piemēram, četrus nesaistītus vārdus.",
            en: "Choose, for example, four words that have nothing to do with each other."
        )
    )
    static let longPassword = Refusal(
        .invalid,
        Text(lv: "Parole ir par garu.", en: "The password is too long."),
        advice: Text(lv: "Izvēlieties īsāku paroli.", en: "Choose a shorter password.")
    )
    static let ownPassword = Refusal(
        .invalid,
        Text(lv: "Parolē ir jūsu vārds vai lietotājvārds.", en: "The password holds your name or login."),
        advice: Text(
            lv: "Izvēlieties vārdus, kas nav saistīti ar jums.",
            en: "Choose words that have nothing to do with you."
        )
    )
    static let plainPassword = Refusal(
        .invalid,
        Text(lv: "Šo paroli ir viegli uzminēt.", en: "This password is easy to guess."),
        advice: Text(
            lv: "Izvēlieties, piemēram, četrus nesaistītus vārdus.",
            en: "Choose, for example, four words that have nothing to do with each other."
        )
    )
}
