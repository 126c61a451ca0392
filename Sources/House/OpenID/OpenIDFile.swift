package import Access
import Foundation
import Kernel
import Storage

/// The file that says which provider of identities people may sign in with.
package struct OpenIDFile: Sendable {
    /// The longest file that is read, in bytes.
    private static let limit = 1 << 20

    private let path: String

    /// The file that is named by an option or, where there is none, by the environment; nil where neither names one.
    package static func named(_ option: String?) -> OpenIDFile? {
        let path = option ?? ProcessInfo.processInfo.environment["SEKME_OPENID"] ?? ""
        return path.isEmpty ? nil : OpenIDFile(path: path)
    }

    /// A file by its path.
    init(path: String) {
        self.path = path
    }

    /// The provider; refuses a file that is missing, open to others or cannot be read.
    package func provider() throws -> OpenIDProvider {
        try OpenIDProvider(try settings(), CurlTransport())
    }

    /// What the file says.
    func settings() throws -> OpenIDSettings {
        guard FileManager.default.fileExists(atPath: path) else { throw Refusal.noOpenIDFile(path) }
        guard !PrivateFiles.isOpenToOthers(path) else { throw Refusal.openOpenIDFile(path) }
        guard let data = FileManager.default.contents(atPath: path), data.count <= OpenIDFile.limit,
            let text = String(validating: data, as: UTF8.self)
        else { throw Refusal.noOpenIDFile(path) }
        return try OpenIDSettings(text, file: path)
    }
}

extension Refusal {
    fileprivate static func noOpenIDFile(_ path: String) -> Refusal {
        Refusal(
            .invalid,
            Text(
                lv: "OpenID iestatījumu failu \(path) nevar nolasīt.",
                en: "The file of OpenID settings, \(path), cannot be read."
            ),
            advice: Text(
                lv: "Pārbaudiet --openid vai SEKME_OPENID norādīto ceļu; failam jābūt UTF-8 tekstam.",
                en: "Check the path in --openid or SEKME_OPENID; the file is text in UTF-8."
            )
        )
    }

    fileprivate static func openOpenIDFile(_ path: String) -> Refusal {
        Refusal(
            .invalid,
            Text(
                lv: "OpenID iestatījumu failam \(path) var piekļūt arī citi lietotāji.",
                en: "The file of OpenID settings, \(path), is open to other users."
            ),
            advice: Text(
                lv: "Tajā ir noslēpums; atļaujiet piekļuvi tikai īpašniekam: chmod 600 \(path)",
                en: "It holds a secret; leave it to its owner alone: chmod 600 \(path)"
            )
        )
    }
}
