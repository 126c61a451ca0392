internal import Evidence
internal import Frame
internal import Kernel

/// The signs of absence in a journal, with the kinds they mean.
///
/// The tenant's rule says what they are: `ns` illness, `nc` another excuse, `nn` without excuse, `n` absence whose
/// reason is not given. E-klase keeps excuses in a register of notes of its own, so that in one school a bare `n` is
/// a lesson without excuse and in another one nobody looked at yet; a mapping's constant `n` says which.
struct AbsenceSigns: Sendable {
    private let kinds: [String: AbsenceKind]

    /// No signs.
    static let none = AbsenceSigns(kinds: [:])
    /// The constant of mappings by which a person says what `n` means: `unexcused` or `unstated`.
    static let constant = "n"

    init(kinds: [String: AbsenceKind]) {
        self.kinds = kinds
    }

    /// The signs of a tenant's rule, with what a mapping says of `n`.
    ///
    /// - Throws: a refusal where the mapping names a kind that there is not.
    init(_ tokens: [String: Int], _ mapping: Mapping) throws(Refusal) {
        var kinds: [String: AbsenceKind] = [:]
        for (sign, number) in tokens { kinds[sign.lowercased()] = AbsenceKind(rawValue: number) }
        if let said = mapping.constants[AbsenceSigns.constant], !said.isEmpty {
            guard let kind = AbsenceKind(code: said) else { throw AbsenceSigns.refusal(said) }
            kinds["n"] = kind
        }
        self.kinds = kinds
    }

    /// The kind that a sign means, in small or capital letters; nil where it is none.
    func kind(_ text: String) -> AbsenceKind? { kinds[text.lowercased()] }

    private static func refusal(_ said: String) -> Refusal {
        Refusal(
            .usage,
            Text(
                lv: "Kartējumā nav saprotams, ko nozīmē „n”: „\(said)”.",
                en: "The mapping does not make clear what “n” means: “\(said)”."
            ),
            advice: Text(
                lv: "Rakstiet n=unexcused (neattaisnots) vai n=unstated (iemesls nav norādīts).",
                en: "Write n=unexcused (without excuse) or n=unstated (reason not given)."
            )
        )
    }
}
