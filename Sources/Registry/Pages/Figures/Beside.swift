import Frame
import Kernel

/// A selection with what it is laid beside: the like of it in the municipality, and a year before.
struct Beside: Sendable {
    let own: Selection
    let municipality: Selection
    let before: Selection?
    /// What the municipality's is called beside a number: "pašvaldībā".
    let words: Text

    /// An institution beside the municipality and its own past.
    init(_ own: Selection) {
        var past = own
        past.year = own.year.previous
        self.init(
            own,
            municipality: Selection(year: own.year),
            Text(lv: "pašvaldībā", en: "municipality"),
            before: past
        )
    }

    /// A selection beside another one.
    ///
    /// A mean of the municipality is of all its pupils, whoever reads it; disclosure control hides what is small.
    init(_ own: Selection, municipality: Selection, _ words: Text, before: Selection?) {
        self.own = own
        self.municipality = municipality
        self.words = words
        self.before = before
    }
}
