import Kernel

/// What similar institutions have in common, in words.
struct SimilarWords {
    let likeness: SimilarInstitutions.Likeness
    let names: [Text]

    /// The greatest number of pupils in each band but the last.
    private static let bounds = [100, 300, 600]

    /// The band of a number of pupils.
    static func band(_ pupils: Int) -> Int { bounds.firstIndex { pupils <= $0 } ?? bounds.count }

    private static let pupils = Noun(lv: "izglītojamais", "izglītojamie", en: "pupil", "pupils")

    var definition: Text {
        Text(
            lv: """
                Līdzīgas iestādes ir tāda paša veida iestādes ar līdzīgu izglītojamo skaitu (\(size.lv)) un tādu pašu \
                valodas vēsturi (\(language.lv)): \(list.lv).
                """,
            en: """
                Similar institutions are of the same type, of a similar size (\(size.en)) and with the same language \
                history (\(language.en)): \(list.en).
                """
        )
    }

    private var size: Text {
        guard let band = likeness.size else { return Text(lv: "skaits nav zināms", en: "number not known") }
        let bounds = SimilarWords.bounds
        guard band > 0 else {
            return Text(lv: "līdz \(bounds[0]) izglītojamajiem", en: "up to \(bounds[0]) pupils")
        }
        let low = bounds[band - 1] + 1
        guard band < bounds.count else {
            let pupils = SimilarWords.pupils.form(low)
            return Text(lv: "vismaz \(low) \(pupils.lv)", en: "\(low) \(pupils.en) or more")
        }
        return Text(lv: "\(low)–\(bounds[band]) izglītojamie", en: "\(low)–\(bounds[band]) pupils")
    }

    private var language: Text {
        switch likeness.hadMinority {
        case nil: Text(lv: "programmas nav zināmas", en: "programmes not known")
        case true?:
            Text(lv: "ir vai ir bijusi mazākumtautību programma", en: "has or had a minority programme")
        case false?: Text(lv: "mazākumtautību programmas nav bijis", en: "never had a minority programme")
        }
    }

    private var list: Text {
        guard !names.isEmpty else { return Text(lv: "tādu nav", en: "there are none") }
        return Text(
            lv: names.map(\.lv).joined(separator: ", "),
            en: names.map(\.en).joined(separator: ", ")
        )
    }
}
