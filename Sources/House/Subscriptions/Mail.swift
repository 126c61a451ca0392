import Foundation
import Kernel

/// A mail address that may stand in a header.
enum MailAddress {
    /// Whether it is one plain address: nothing that could add a header or a receiver.
    static func isGood(_ text: String) -> Bool {
        let halves = text.split(separator: "@", omittingEmptySubsequences: false)
        guard halves.count == 2, text.utf8.count <= 254, !text.hasPrefix("-") else { return false }
        let allowed = CharacterSet(
            charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_+"
        )
        return halves.allSatisfy { half in
            !half.isEmpty && half.unicodeScalars.allSatisfy { allowed.contains($0) }
        }
    }
}

/// A short mail of plain words.
///
/// Mails pass through strange hands: what one says holds for everybody to read.
struct Mail: Sendable {
    let to: String
    let from: String
    let subject: Text
    let words: Text
    let language: Language

    /// The message as sendmail takes it: headers, an empty line, the words in base64.
    var text: String {
        let body = Data((words[language] + "\n").utf8).base64EncodedString(options: .lineLength76Characters)
        let lines = [
            "To: \(to)", from.isEmpty ? nil : "From: \(from)",
            "Subject: =?UTF-8?B?\(Data(subject[language].utf8).base64EncodedString())?=",
            "Auto-Submitted: auto-generated", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "", body, "",
        ]
        return lines.compactMap { $0 }.joined(separator: "\n").replacing("\r\n", with: "\n")
    }
}

extension Mail {
    /// A mail that tells of a report: its title and its address, and nothing of what it says.
    static func report(
        _ title: Text,
        at address: String,
        to: String,
        from: String,
        _ language: Language
    ) -> Mail {
        Mail(
            to: to,
            from: from,
            subject: Text(lv: "Sekme: jauni dati atskaitē", en: "Sekme: new figures in a report"),
            words: Text(
                lv: """
                    Atskaitē „\(title.lv)” ir jauni dati.

                    \(address)

                    Šī vēstule nosūtīta, jo Jūs atskaiti abonējat. Abonēšanu var pārtraukt lapā „Mani abonementi”.
                    """,
                en: """
                    The report “\(title.en)” has new figures.

                    \(address)

                    You get this letter because you subscribe to the report. You can stop that on “My subscriptions”.
                    """
            ),
            language: language
        )
    }
}

/// The program that takes mails in hand.
///
/// Sekme speaks to no mail server itself.
struct Sendmail: Sendable {
    let path: String

    /// Hands a mail over; refuses where the program cannot be run or says no.
    func send(_ mail: Mail) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = ["-i", "--", mail.to]
        let input = Pipe()
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        do { try process.run() } catch { throw Refusal.mailFailed }
        // A program that ends without reading makes the write fail; its exit code says it.
        try? input.fileHandleForWriting.write(contentsOf: Data(mail.text.utf8))
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Refusal.mailFailed }
    }
}

extension Refusal {
    static let mailFailed = Refusal(
        .invalid,
        Text(lv: "E-pasts netika nosūtīts.", en: "The mail was not sent."),
        advice: Text(
            lv: "Administratoram jāpārbauda SEKME_SENDMAIL norādītā programma.",
            en: "The administrator should check the program that SEKME_SENDMAIL names."
        )
    )
}
