import Frame
import Kernel
import Storage

/// What people are told when something went wrong, and the status that goes with it.
struct ShownError {
    let status: Int
    let message: Text
    let advice: Text
    /// Whether it is the program's fault: then only a reference number is shown.
    let isFault: Bool
    let reference: String

    init(_ error: any Error, reference: String) {
        self.reference = reference
        switch error {
        case let refusal as Refusal:
            status = ShownError.status(refusal.kind)
            message = refusal.message
            advice = refusal.advice
            isFault = false
        case is Conflict:
            status = 409
            message = Text(
                lv: "Kāds cits to jau ir mainījis.",
                en: "Somebody else has changed it meanwhile."
            )
            advice = Text(
                lv: "Jūsu ievadītais nav saglabāts. Atveriet lapu no jauna, salīdziniet un labojiet vēlreiz.",
                en: "What you entered was not saved. Open the page again, compare, and correct it once more."
            )
            isFault = false
        default:
            status = 500
            message = Text(lv: "Radās kļūda sistēmā.", en: "Something went wrong in the system.")
            advice = Text(
                lv: "Mēģiniet vēlreiz. Ja kļūda atkārtojas, nosauciet administratoram numuru \(reference).",
                en: "Try again. If it happens again, tell the administrator the number \(reference)."
            )
            isFault = true
        }
    }

    private static func status(_ kind: Refusal.Kind) -> Int {
        switch kind {
        case .usage: 400
        case .forbidden: 403
        case .unknown: 404
        case .conflict: 409
        case .invalid: 422
        }
    }
}
