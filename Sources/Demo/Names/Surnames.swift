/// Surnames of Latvian shape, put together from two words of nature: hardly anybody bears them.
enum Surnames {
    /// How many there are.
    static let count = firsts.count * seconds.count

    /// The surname with a number, for a man or a woman.
    static func name(_ number: Int, isFemale: Bool) -> String {
        let second = seconds[number / firsts.count % seconds.count]
        return firsts[number % firsts.count] + (isFemale ? second.female : second.male)
    }

    private static let firsts = [
        "Rudz", "Auz", "Miež", "Lin", "Sūn", "Smilg", "Zīl", "Cielav", "Dzērv", "Irb", "Paip", "Vāver", "Āpš",
        "Lūš", "Briež", "Stirn", "Egl", "Priež", "Kadiķ", "Vītol", "Lazd", "Pīlādž", "Iev", "Akmeņ",
        "Dzintar",
        "Māl", "Smilš", "Ezer", "Straut", "Avot", "Cekul", "Sarm", "Migl", "Vēj", "Rīt", "Vakar", "Ķirš",
        "Ābeļ",
        "Šalk", "Čiekur", "Ūdeņ",
    ]

    private static let seconds: [(male: String, female: String)] = [
        ("krasts", "krasta"), ("lauks", "lauka"), ("siliņš", "siliņa"), ("lejietis", "lejiete"),
        ("upītis", "upīte"), ("mežnieks", "mežniece"), ("birzietis", "birziete"), ("arājs", "arāja"),
        ("gravītis", "gravīte"), ("tīrumnieks", "tīrumniece"), ("spārns", "spārna"), ("zariņš", "zariņa"),
        ("lapiņš", "lapiņa"), ("vārpiņš", "vārpiņa"), ("malietis", "maliete"), ("dārznieks", "dārzniece"),
    ]
}
