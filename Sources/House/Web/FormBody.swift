import Foundation
import Frame
import Kernel

/// The fields and files of a form, however the browser sent it.
struct FormBody {
    var fields: [String: [String]] = [:]
    var files: [UploadedFile] = []

    /// Fields of a form without files: `a=1&b=%C4%81`.
    init(urlEncoded bytes: [UInt8]) {
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            let halves = pair.split(
                separator: UInt8(ascii: "="),
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            guard let name = halves.first.map(FormBody.decode) else { continue }
            fields[name, default: []].append(halves.count > 1 ? FormBody.decode(halves[1]) : "")
        }
    }

    init() {}

    static func decode(_ text: some Sequence<UInt8>) -> String {
        var out: [UInt8] = []
        var pending: [UInt8] = []
        for byte in text {
            if !pending.isEmpty {
                pending.append(byte)
                guard pending.count == 3 else { continue }
                let digits = String(decoding: pending.dropFirst(), as: UTF8.self)
                if let value = UInt8(digits, radix: 16) { out.append(value) } else { out += pending }
                pending = []
            } else if byte == UInt8(ascii: "%") {
                pending = [byte]
            } else {
                out.append(byte == UInt8(ascii: "+") ? 0x20 : byte)
            }
        }
        return String(decoding: out + pending, as: UTF8.self)
    }
}

extension FormBody {
    static let tooLarge = Refusal(
        .invalid,
        Text(lv: "Fails ir lielāks par 500 MB.", en: "The file is larger than 500 MB."),
        advice: Text(
            lv: "Sadaliet datus vairākos failos, piemēram, pa mēnešiem vai iestādēm.",
            en: "Split the data into several files, for example by month or by institution."
        )
    )
    static let malformed = Refusal(
        .usage,
        Text(lv: "Veidlapa nav saprotama.", en: "The form cannot be understood."),
        advice: Text(lv: "Atveriet lapu no jauna un mēģiniet vēlreiz.", en: "Open the page again and retry.")
    )
}
