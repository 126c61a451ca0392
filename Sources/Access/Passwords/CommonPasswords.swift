/// The passwords that are tried first, by the stems they are made of.
///
/// With twelve characters as the least, the short lists of leaked passwords no longer help: what is left are
/// repetitions of and additions to a few stems, so those are what is kept.
enum CommonPasswords {
    private static let stems = [
        "parole", "password", "parole123", "qwerty", "qwertyuiop", "asdfgh", "zxcvbn", "letmein", "welcome",
        "admin",
        "administrators", "administrator", "iloveyou", "miluite", "latvija", "latvia", "riga", "skola",
        "skolotajs",
        "skolnieks", "izglitiba", "parvalde", "sekme", "eklase", "mykoob", "direktors", "sveiki", "labdien",
        "abcdef",
        "abcdefghijkl", "changeme", "superman", "dragon", "football", "monkey", "sunshine", "princess",
        "master",
        "user", "lietotajs", "test", "tests", "login", "secret", "slepeni", "vasara", "ziema", "pavasaris",
        "rudens",
        "janvaris", "februaris", "septembris", "passw0rd", "p4ssw0rd", "paroleparole", "1q2w3e4r", "1qaz2wsx",
        "qazwsx",
    ]
    private static let runs = ["0123456789012345", "9876543210987654", "abcdefghijklmnopqrstuvwxyz"]

    /// Whether a folded password is a stem repeated, or a stem with digits at its ends.
    static func holds(_ folded: String) -> Bool {
        let core = String(folded.drop(while: \.isNumber).reversed().drop(while: \.isNumber).reversed())
        if core.isEmpty { return isRun(folded) || folded.count < 14 }
        if runs.contains(where: { $0.contains(core) }) { return true }
        return stems.contains { stem in
            core == stem || folded == stem || core.split(separator: stem).allSatisfy { isRun(String($0)) }
        }
    }

    /// Digits only, or nothing.
    private static func isRun(_ text: String) -> Bool {
        text.allSatisfy(\.isNumber)
    }
}
