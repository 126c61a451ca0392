internal import Foundation
package import Frame
internal import Kernel

extension Room {
    /// The answer of the room's page at an address, as a browser would get it, without a server.
    ///
    /// Throws the refusal of a page that there is not where no path of the room fits.
    package func ask(
        _ method: PageMethod,
        _ address: String,
        _ form: [String: String] = [:],
        files: [UploadedFile] = [],
        at desk: Desk
    ) async throws -> PageResponse {
        let halves = address.split(separator: "?", maxSplits: 1).map(String.init)
        let path = halves[0].split(separator: "/")
        for page in pages where page.method == method {
            let pattern = page.path.split(separator: "/")
            guard pattern.count == path.count else { continue }
            var parts: [String: String] = [:]
            let fits = zip(pattern, path).allSatisfy { part, value in
                if part.hasPrefix(":") { parts[String(part.dropFirst())] = String(value) }
                return part.hasPrefix(":") || part == value
            }
            guard fits else { continue }
            var request = PageRequest(parts: parts, files: files, path: halves[0])
            request.query = QueryText.values(halves.count > 1 ? halves[1] : "")
            request.form = form.mapValues { [$0] }
            return try await page.answer(request, desk)
        }
        throw Refusal.noSuchPage
    }
}

/// What stands in an address behind the question mark.
package enum QueryText {
    /// Its values by name, in plain letters.
    package static func values(_ query: String) -> [String: String] {
        query.split(separator: "&").reduce(into: [:]) { values, item in
            let pair = item.split(separator: "=", maxSplits: 1).map(String.init)
            values[pair[0]] = pair.count > 1 ? pair[1].removingPercentEncoding : ""
        }
    }
}
