import Frame
import Kernel

/// Switches the language of the pages and returns to where one was.
struct LanguagePage: BeforeBoard {
    let method = PageMethod.get
    let path = "/language"
    let permission = Permission.ownAccount
    let scope = PageScope.open

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        guard let language = Language(rawValue: request.query["to"] ?? "") else { throw Refusal.noSuchPage }
        return .language(language, to: SafePath.of(request.query["back"]))
    }
}

/// A path of our own, so that no link leads a signed-in person to somebody else's server.
enum SafePath {
    static func of(_ path: String?) -> String {
        guard let path, path.hasPrefix("/"), !path.hasPrefix("//"), !path.contains("\\") else { return "/" }
        return path.unicodeScalars.contains { $0.value < 33 } ? "/" : path
    }
}
