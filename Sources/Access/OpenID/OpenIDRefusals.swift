internal import Kernel

/// What is wrong with an answer of a provider.
enum AnswerFault: Sendable {
    case format, issuer, method, code, algorithm, key, signature, audience, time, nonce

    /// What does not hold.
    var words: Text {
        switch self {
        case .format: Text(lv: "tā nav saprotama", en: "it cannot be read")
        case .issuer: Text(lv: "to devis cits sniedzējs", en: "it is another provider's")
        case .method:
            Text(
                lv: "sniedzējs nepieņem klienta noslēpumu",
                en: "the provider does not take a client's secret"
            )
        case .code: Text(lv: "sniedzējs kodu nepieņēma", en: "the provider did not take the code")
        case .algorithm: Text(lv: "paraksta veids nav atļauts", en: "its kind of signature is not allowed")
        case .key: Text(lv: "paraksta atslēga nav zināma", en: "the key of its signature is unknown")
        case .signature: Text(lv: "paraksts nav pareizs", en: "its signature is wrong")
        case .audience: Text(lv: "tā domāta citam klientam", en: "it is for another client")
        case .time: Text(lv: "tās laiks nav īstais", en: "its time is not now")
        case .nonce: Text(lv: "tā nav uz šo pieprasījumu", en: "it does not belong to this attempt")
        }
    }
}

extension Refusal {
    /// An answer of a provider that proves nothing.
    static func badAnswer(_ fault: AnswerFault) -> Refusal {
        Refusal(
            .invalid,
            Text(
                lv: "Identitātes sniedzēja atbilde nav derīga: \(fault.words.lv). Sāciet vēlreiz.",
                en: "The answer of the provider of identities is not valid: \(fault.words.en). Begin again."
            ),
            advice: Text(
                lv: """
                    Ja tas atkārtojas, administratoram jāpārbauda OpenID iestatījumu fails un servera pulkstenis.
                    """,
                en:
                    "If it happens again, the administrator should check the file of --openid and the server's clock."
            )
        )
    }

    /// The person, or the provider for them, said no.
    static let providerSaidNo = Refusal(
        .invalid,
        Text(
            lv: "Identitātes sniedzējs pieteikšanos neapstiprināja.",
            en: "The provider of identities did not confirm the sign-in."
        ),
        advice: Text(
            lv: "Sāciet vēlreiz vai piesakieties ar paroli.",
            en: "Begin again, or sign in with a password."
        )
    )
}
