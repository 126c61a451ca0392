package import Kernel

extension ImportProgress.Phase {
    /// What is being done, in words.
    package var words: Text {
        switch self {
        case .reading: Text(lv: "Nolasa failu", en: "Reading the file")
        case .planning: Text(lv: "Salīdzina ar esošajiem datiem", en: "Comparing with the present data")
        case .applying: Text(lv: "Saglabā izmaiņas", en: "Saving the changes")
        case .undoing: Text(lv: "Atsauc importu", en: "Undoing the import")
        }
    }
}
