import Access
import Foundation
import Frame
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Pages

/// Turns answers into HTTP responses, with the headers that every one of them carries.
enum Responses {
    static func make(
        _ response: PageResponse,
        _ visit: Visit,
        _ desk: Desk,
        _ server: PageServer
    ) -> Response {
        switch response {
        case .page(let content):
            let html = ShellOfPage.html(content, visit, desk, server.world.house)
            var headers = secure(type: "text/html; charset=utf-8")
            if visit.notice != nil {
                headers.add(.setCookie, server.options.cookie("notice", "", seconds: 0))
            }
            if visit.isNewSecret {
                headers.add(.setCookie, server.options.cookie("session", visit.secret.text, seconds: nil))
            }
            return send(html.bytes, content.status, headers)
        case .fragment(let html):
            return send(html.bytes, 200, secure(type: "text/html; charset=utf-8"))
        case .file(let file):
            var headers = secure(type: file.type)
            headers[.contentDisposition] = disposition(file.name)
            return send(file.bytes, 200, headers)
        case .redirect(let path, let notice):
            var headers = secure(type: "text/plain; charset=utf-8")
            headers[.location] = path
            if let notice {
                let words = Data(notice[visit.language].utf8).base64EncodedString()
                headers[.setCookie] = server.options.cookie("notice", words, seconds: 60)
            }
            return send([], 303, headers)
        case .signedIn(let session, let path):
            var headers = secure(type: "text/plain; charset=utf-8")
            headers[.location] = path
            headers[.setCookie] = server.options.cookie("session", session, seconds: nil)
            return send([], 303, headers)
        case .signedOut(let path):
            var headers = secure(type: "text/plain; charset=utf-8")
            headers[.location] = path
            headers[.setCookie] = server.options.cookie("session", "", seconds: 0)
            return send([], 303, headers)
        case .language(let language, let path):
            var headers = secure(type: "text/plain; charset=utf-8")
            headers[.location] = path
            headers[.setCookie] = server.options.cookie("language", language.rawValue, seconds: year)
            return send([], 303, headers)
        case .board(let tenant, let path):
            var headers = secure(type: "text/plain; charset=utf-8")
            headers[.location] = path
            let number = String(tenant.rawValue)
            headers[.setCookie] = server.options.cookie(TenantOfRequest.cookie, number, seconds: year)
            return send([], 303, headers)
        }
    }

    /// How long a browser keeps what was chosen in it, in seconds.
    private static let year = 31_536_000

    /// Leads to the choice of a board, and from there to what was asked for.
    static func toBoard(_ page: any Page, _ visit: Visit) -> Response {
        let back = page.method == .get ? visit.pathAndQuery : "/"
        return redirect(Address("/sign-in/board").adding("to", back).text)
    }

    static func toSignIn(_ request: PageRequest) -> Response {
        redirect(Address("/sign-in").adding("to", request.path).text)
    }

    static func redirect(_ path: String) -> Response {
        var headers = secure(type: "text/plain; charset=utf-8")
        headers[.location] = path
        return send([], 303, headers)
    }

    static func error(_ error: ShownError, _ visit: Visit, _ server: PageServer) -> Response {
        let language = visit.language
        let page = ErrorPage(
            language,
            status: error.status,
            error.message[language],
            advice: error.advice[language],
            reference: error.isFault ? error.reference : nil,
            links: visit.isSignedIn ? [Link(HomePage.title[language], "/")] : []
        )
        let content = PageContent(error.message, page.html, status: error.status)
        let html = ShellOfPage.html(content, visit, visit.desk, server.world.house)
        return send(html.bytes, error.status, secure(type: "text/html; charset=utf-8"))
    }

    static func send(_ bytes: [UInt8], _ status: Int, _ headers: HTTPFields) -> Response {
        Response(
            status: HTTPResponse.Status(code: status),
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }

    /// Nothing of ours is framed, sniffed, cached by others, or sent on as a referrer.
    static func secure(type: String) -> HTTPFields {
        var headers = HTTPFields()
        headers[.contentType] = type
        headers[.contentSecurityPolicy] = Assets.contentSecurityPolicy
        headers[.xContentTypeOptions] = "nosniff"
        headers[.cacheControl] = "no-store"
        for (name, value) in always { if let name = HTTPField.Name(name) { headers[name] = value } }
        return headers
    }

    private static let always = [
        ("Referrer-Policy", "same-origin"), ("X-Frame-Options", "DENY"),
        ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ]

    private static func disposition(_ name: String) -> String {
        let plain = name.unicodeScalars.map { $0.isASCII && $0 != "\"" && $0.value >= 32 ? String($0) : "_" }
        let encoded = name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "file"
        return "attachment; filename=\"\(plain.joined())\"; filename*=UTF-8''\(encoded)"
    }
}

/// One of the files that pages link to; its name has its hash, so it may be kept for ever.
enum AssetResponse {
    static func find(_ name: String) -> Response {
        guard let asset = Assets.named(name) else {
            return Responses.send([], 404, Responses.secure(type: "text/plain; charset=utf-8"))
        }
        var headers = Responses.secure(type: asset.contentType)
        headers[.cacheControl] = "public, max-age=31536000, immutable"
        return Responses.send(asset.bytes, 200, headers)
    }
}

extension HTTPFields {
    /// Adds a field beside those of the same name.
    mutating func add(_ name: HTTPField.Name, _ value: String) {
        append(HTTPField(name: name, value: value))
    }
}
