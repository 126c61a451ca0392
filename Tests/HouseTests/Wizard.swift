import Exchange
import Foundation
import Frame
import Kernel
import Logging
import Pages
import SekmeTesting
import Storage
import Testing

/// The pages of an import as somebody asks them, with the jobs that they begin.
struct Wizard {
    let desk: Desk
    let folder: String

    func ask(
        _ method: PageMethod,
        _ address: String,
        _ form: [String: String] = [:],
        files: [UploadedFile] = []
    ) async throws -> PageResponse {
        try await exchangeRoom.ask(method, address, form, files: files, at: desk)
    }

    func page(_ response: PageResponse) throws -> String {
        guard case .page(let content) = response else { throw Missing() }
        return content.body.string
    }

    func target(_ response: PageResponse) throws -> String {
        guard case .redirect(let address, _) = response else { throw Missing() }
        return address
    }

    /// Brings a text as a file as far as the second step; its address.
    func upload(_ text: String, _ form: [String: String]) async throws -> String {
        let path = "\(folder)/\(UUID().uuidString).csv"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        let file = UploadedFile(field: "file", name: "fails.csv", path: path, size: text.utf8.count)
        return try target(try await ask(.post, "/imports/new", form, files: [file]))
    }

    /// Sends the second step and reads the file; the address of the plan.
    func plan(_ columns: String, _ form: [String: String]) async throws -> String {
        let carried = QueryText.values(String(columns.split(separator: "?").last ?? ""))
        let sent = form.merging(carried) { said, _ in said }
        let job = try target(try await ask(.post, "/imports/columns", sent))
        try await work()
        return try target(try await ask(.get, job))
    }

    func save(_ plan: String) async throws {
        _ = try await ask(.post, plan, ["do": "apply"])
        try await work()
    }

    private func work() async throws {
        let desk = desk
        let runner = JobRunner(
            owner: "test",
            logger: Logger(label: "test"),
            tenants: { [desk.tenant] },
            desk: { _ in desk }
        )
        #expect(try await runner.step())
    }

    func count(_ query: SQL) async throws -> Int {
        try await desk.database.data.read { try $0.value(query, Int.self) } ?? 0
    }
}

/// The answer is of another kind.
private struct Missing: Error {}
