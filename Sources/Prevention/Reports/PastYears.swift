internal import Kernel

/// What the reports of past years have in common.
enum PastYears {
    /// How many years the tables look back, the chosen one included.
    static let span = 10

    static let blanks = Text(
        lv: "„Nav datu” nozīmē, ka ziņu nav; nulle nozīmē, ka tādu izglītojamo nav.",
        en: "“No data” means that nothing is known; zero means that there are no such pupils."
    )
}
