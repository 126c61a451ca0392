internal import Evidence
internal import Frame
internal import Kernel

/// What the signs of a source say of a lesson.
///
/// Known to all are the words and stable codes of kinds, and the signs of e-klase (`ns`, `nc`, `nn`, `n`), whose
/// meaning the tenant's rules hold. A mapping's constant `codes` adds its own, which count before them:
/// `P=present S=excused N=unexcused K=late`. The constant `n` says what a bare `n` of e-klase means.
struct AbsenceCodes {
    /// What one sign says.
    enum Meaning: Hashable {
        case present
        case late
        case absent(AbsenceKind)
        case notRecorded

        /// The meaning by its stable word: `present`, `late`, `unexcused`, `not-recorded`.
        init?(code: String) {
            switch code {
            case "present": self = .present
            case "late": self = .late
            case "not-recorded": self = .notRecorded
            default:
                guard let kind = AbsenceKind(code: code) else { return nil }
                self = .absent(kind)
            }
        }
    }

    private let meanings: [String: Meaning]
    /// What a blank says.
    let blank: Meaning

    /// The signs of e-klase and of a mapping.
    ///
    /// A refusal says which of the mapping's cannot be understood.
    init(_ mapping: Mapping, tokens: [String: Int]) throws(Refusal) {
        var meanings = AbsenceCodes.usual
        for (token, kind) in tokens {
            meanings[AbsenceCodes.key(token)] = AbsenceKind(rawValue: kind).map { .absent($0) }
        }
        if let said = mapping.constants["n"], !said.isEmpty {
            guard let kind = AbsenceKind(code: said) else { throw AbsenceCodes.refusal("n=\(said)") }
            meanings["n"] = .absent(kind)
        }
        for item in (mapping.constants["codes"] ?? "").split(whereSeparator: { $0 == " " || $0 == ";" }) {
            let sides = item.split(separator: "=", maxSplits: 1).map(String.init)
            guard sides.count == 2, let meaning = Meaning(code: sides[1]) else {
                throw AbsenceCodes.refusal(String(item))
            }
            meanings[AbsenceCodes.key(sides[0])] = meaning
        }
        self.meanings = meanings
        blank = mapping.tellsPresence ? .present : .notRecorded
    }

    /// What a sign says; nil where it is not known.
    func meaning(_ text: String) -> Meaning? {
        let key = AbsenceCodes.key(text)
        return key.isEmpty ? blank : meanings[key]
    }

    private static func key(_ text: String) -> String {
        text.lowercased().filter { !$0.isWhitespace }
    }

    private static let usual: [String: Meaning] = {
        var meanings: [String: Meaning] = [
            "+": .present, ".": .present, "klāt": .present, "present": .present, "late": .late,
            "nokavēja": .late, "not-recorded": .notRecorded, "slimība": .absent(.illness),
            "attaisnoti": .absent(.excused), "neattaisnoti": .absent(.unexcused),
        ]
        for kind in AbsenceKind.allCases {
            meanings[kind.code] = .absent(kind)
            meanings[key(kind.words.lv)] = .absent(kind)
            meanings[key(kind.words.en)] = .absent(kind)
        }
        return meanings
    }()

    private static func refusal(_ item: String) -> Refusal {
        Refusal(
            .usage,
            Text(
                lv: "Kartējuma apzīmējums „\(item)” nav saprotams.",
                en: "The mapping’s sign “\(item)” cannot be understood."
            ),
            advice: Text(
                lv: """
                    Rakstiet, piemēram, N=unexcused; nozīmes ir present, late, illness, excused, unexcused, unstated, \
                    not-recorded.
                    """,
                en: """
                    Write for example N=unexcused; the meanings are present, late, illness, excused, unexcused, \
                    unstated, not-recorded.
                    """
            )
        )
    }
}
