internal import Frame
internal import Kernel
internal import Registry

/// The places of a letter with what stands in them.
struct DutyLetterText: Sendable {
    let data: DutyPupil
    let days: Int
    let hand: DutyLetterHand

    /// What is written by hand.
    static let blank = String(repeating: "_", count: 20)

    /// The paragraphs of a letter; what stands in braces and is no place stays as it is.
    func filled(_ words: String, _ language: Language) -> [String] {
        var words = words
        for (place, value) in places(language) {
            words = words.replacing("{\(place.lv)}", with: value).replacing("{\(place.en)}", with: value)
        }
        return words.split(separator: "\n", omittingEmptySubsequences: false).split {
            $0.allSatisfy(\.isWhitespace)
        }
        .map { $0.joined(separator: "\n") }
    }

    /// The term that the letter is about: the latest in which the pupil is over the limit, else that of today.
    var term: Int { data.cases.map(\.term).max() ?? data.term }

    private func places(_ language: Language) -> [(Text, String)] {
        let format = Format(language)
        let missed = data.amount(term) ?? DutyAmount(count: 0, unit: data.limit(term)?.unit ?? .lessons)
        // Letters of boards may still name lessons beside a bare number: of days it never stands alone.
        let number = missed.unit == .lessons ? format.integer(missed.count) : missed.words[language]
        return [
            (Text(lv: "izglītojamais", en: "pupil"), data.name),
            (Text(lv: "klase", en: "class"), data.className),
            (Text(lv: "iestāde", en: "institution"), data.institution[language]),
            (Text(lv: "kavēts", en: "missed"), missed.words[language]),
            (Text(lv: "stundas", en: "lessons"), number),
            (Text(lv: "robeža", en: "limit"), data.limit(term)?.limit[language] ?? "–"),
            (Text(lv: "par robežu", en: "about the limit"), aboutLimit[language]),
            (Text(lv: "semestris", en: "term"), String(term)),
            (Text(lv: "diena", en: "day"), format.day(data.today)),
            (Text(lv: "termiņš", en: "deadline"), format.day(data.today + days)),
            (Text(lv: "numurs", en: "number"), DutyLetterText.blank),
            (Text(lv: "kas raksta", en: "writer"), hand.writer),
            (Text(lv: "e-pasts", en: "email"), hand.email.isEmpty ? DutyLetterText.blank : hand.email),
            (Text(lv: "amats", en: "post"), hand.post[language]),
            (Text(lv: "paraksta", en: "signer"), hand.signer ?? DutyLetterText.blank),
        ]
    }

    /// What follows from how much was missed: another thing before the limit is passed than after it.
    private var aboutLimit: Text {
        guard let limit = data.limit(term)?.limit else { return Text(same: "") }
        return data.duty(term) == nil
            ? Text(
                lv: "Ja kavējumi semestrī pārsniedz \(limit.lv), iestādei par to jāinformē pašvaldība.",
                en:
                    "Where absence in a term is more than \(limit.en), the institution tells the municipality."
            )
            : Text(
                lv:
                    "Tas pārsniedz noteikto robežu (\(limit.lv)), tāpēc iestādei par to jāinformē pašvaldība.",
                en: "This is above the limit (\(limit.en)), so that the institution tells the municipality."
            )
    }
}
