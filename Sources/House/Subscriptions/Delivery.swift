import Foundation
import Kernel
import Storage

/// How news of a report reaches its subscriber, as this server is set up.
struct Delivery: Sendable {
    /// The ways that there are.
    enum Way: String, Sendable, SQLValue, SQLReadable {
        /// A notice on the home page.
        case home
        /// A mail with a title and an address, beside the notice.
        case mail
        /// A file in the server's folder, beside the notice.
        case folder

        /// What people call it.
        var words: Text {
            switch self {
            case .home: Text(lv: "Paziņojums sākumlapā", en: "A notice on the home page")
            case .mail: Text(lv: "Paziņojums un e-pasts", en: "A notice and a mail")
            case .folder: Text(lv: "Paziņojums un fails mapē", en: "A notice and a file in a folder")
            }
        }
    }

    /// The program that sends mail, called as sendmail is; nil where there is none.
    var sendmail: String?
    /// Whom mails are from; the program's own choice where it is empty.
    var sender = ""
    /// The folder for files; nil where there is none.
    var folder: String?

    /// As the environment of the server says: SEKME_SENDMAIL, SEKME_MAIL_FROM, SEKME_REPORT_FOLDER.
    static var configured: Delivery {
        let environment = ProcessInfo.processInfo.environment
        return Delivery(
            sendmail: environment["SEKME_SENDMAIL"].flatMap { $0.isEmpty ? nil : $0 },
            sender: environment["SEKME_MAIL_FROM"] ?? "",
            folder: environment["SEKME_REPORT_FOLDER"].flatMap { $0.isEmpty ? nil : $0 }
        )
    }

    /// The ways that can be chosen.
    var ways: [Way] { [.home] + (sendmail == nil ? [] : [.mail]) + (folder == nil ? [] : [.folder]) }
}
