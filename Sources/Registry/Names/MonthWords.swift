package import Kernel

extension Month {
    /// What people call it, with its year.
    package var words: Text {
        Text(
            lv: "\(year). gada \(Month.namesLv[month - 1])",
            en: "\(Month.namesEn[month - 1]) \(year)"
        )
    }

    private static let namesLv = [
        "janvāris", "februāris", "marts", "aprīlis", "maijs", "jūnijs", "jūlijs", "augusts", "septembris",
        "oktobris", "novembris", "decembris",
    ]
    private static let namesEn = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
}
