import Access
import Dispatch
import Foundation
import Kernel

/// Asks a provider of identities with the program `curl`.
///
/// What is asked goes to the program's input: command lines and environments may be read by other users.
struct CurlTransport: ProviderTransport {
    /// The longest answer that is read, in bytes; documents of providers have a few thousand.
    static let limit = 1 << 20

    var program = "/usr/bin/curl"

    func get(_ url: ProviderURL) async throws -> [UInt8] {
        try await run(CurlTransport.settings(url))
    }

    func post(_ url: ProviderURL, form: String, authorization: String?) async throws -> [UInt8] {
        try await run(CurlTransport.settings(url, form: form, authorization: authorization))
    }

    /// The lines of a file of settings; without `location` no redirect is followed.
    static func settings(_ url: ProviderURL, form: String? = nil, authorization: String? = nil) -> String {
        var lines = [
            "silent", "globoff", "url = \(quoted(url.text))",
            "proto = \(quoted(url.isPlain ? "=http" : "=https"))",
            "max-time = 10", "max-filesize = \(limit)", "header = \(quoted("Accept: application/json"))",
        ]
        // A form stands in `data-raw`: `data` would take what begins with @ for a file.
        if let form { lines.append("data-raw = \(quoted(form))") }
        if let authorization { lines.append("header = \(quoted("Authorization: \(authorization)"))") }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func quoted(_ text: String) -> String {
        let marked = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\"\(marked)\""
    }

    /// Runs the program on a thread that may wait.
    private func run(_ settings: String) async throws -> [UInt8] {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Result { try self.answer(settings) })
            }
        }
    }

    private func answer(_ settings: String) throws -> [UInt8] {
        guard FileManager.default.isExecutableFile(atPath: program) else { throw Refusal.noCurl(program) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        // The first option keeps it from reading the settings of whoever runs the server.
        process.arguments = ["--disable", "--config", "-"]
        process.environment = environment
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        // Written before there is a reader that could end: a write after its end would end the server. A pipe holds 64 KiB.
        guard settings.utf8.count <= 60_000 else { throw Refusal.noAnswer(0) }
        try input.fileHandleForWriting.write(contentsOf: Data(settings.utf8))
        do { try process.run() } catch { throw Refusal.noCurl(program) }
        try? input.fileHandleForWriting.close()
        var bytes: [UInt8] = []
        // The program knows the length of an answer beforehand only where the provider says it.
        while bytes.count <= CurlTransport.limit,
            let piece = try output.fileHandleForReading.read(upToCount: 1 << 16), !piece.isEmpty
        {
            bytes += piece
        }
        if bytes.count > CurlTransport.limit { process.terminate() }
        process.waitUntilExit()
        guard process.terminationStatus == 0, bytes.count <= CurlTransport.limit else {
            throw Refusal.noAnswer(Int(process.terminationStatus))
        }
        return bytes
    }

    /// Where certificates are and which proxy leads out is the machine's; nothing else of it is passed on.
    private var environment: [String: String] {
        let kept = ["https_proxy", "HTTPS_PROXY", "no_proxy", "NO_PROXY", "CURL_CA_BUNDLE", "SSL_CERT_FILE"]
        let own = ProcessInfo.processInfo.environment.filter { kept.contains($0.key) }
        return own.merging(["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]) { own, _ in own }
    }
}

extension Refusal {
    fileprivate static func noCurl(_ program: String) -> Refusal {
        Refusal(
            .invalid,
            Text(
                lv: "Nav programmas \(program), ar ko jautā identitātes sniedzējam.",
                en: "The program \(program), by which the provider of identities is asked, is missing."
            ),
            advice: Text(
                lv: "Administratoram serverī jāuzstāda curl: apt-get install curl",
                en: "The administrator should install curl on the server: apt-get install curl"
            )
        )
    }

    /// The number is the program's own: 0 it was not asked, 6 an unknown host, 7 no connection, 28 too late, 60 a certificate.
    fileprivate static func noAnswer(_ code: Int) -> Refusal {
        Refusal(
            .invalid,
            Text(
                lv:
                    "Identitātes sniedzējs neatbild (curl \(code)). Mēģiniet vēlreiz vai piesakieties ar paroli.",
                en:
                    "The provider of identities does not answer (curl \(code)). Try again, or sign in with a password."
            ),
            advice: Text(
                lv: "Ja tas atkārtojas, administratoram jāpārbauda servera savienojums ar sniedzēju.",
                en:
                    "If it happens again, the administrator should check the server's connection to the provider."
            )
        )
    }
}
