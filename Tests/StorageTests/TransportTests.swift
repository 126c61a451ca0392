import Kernel
import Testing

@testable import Storage

/// Which addresses of PostgreSQL are connected to; nothing here opens a connection.
struct TransportTests {
    private func isRefused(_ url: String, _ variables: [String: String] = [:]) -> Bool {
        do {
            try PGTransport.check(url) { variables[$0] }
            return false
        } catch {
            return error.kind == .usage
        }
    }

    @Test func `a server on a network is refused unless the address says how it is reached`() {
        let bare = [
            "postgres://db.example.lv/sekme", "postgresql://u:p@10.0.0.5:5432/sekme",
            "postgres://[fd00::5]/x",
        ]
        for url in bare {
            #expect(isRefused(url), "\(url)")
            for mode in ["allow", "prefer"] { #expect(isRefused("\(url)?sslmode=\(mode)"), "\(url) \(mode)") }
            for mode in ["disable", "require", "verify-ca", "verify-full"] {
                #expect(!isRefused("\(url)?sslmode=\(mode)"), "\(url) \(mode)")
            }
        }
    }

    @Test func `sockets and this machine itself need no word`() {
        for url in [
            "postgres:///sekme", "postgres:///sekme?host=/run/postgresql&user=sekme",
            "postgres://%2Frun%2Fpg/sekme",
            "postgres://localhost/sekme", "postgres://127.0.0.1:5433/sekme", "postgres://[::1]/sekme",
            "postgres:///sekme?hostaddr=127.8.0.1",
        ] {
            #expect(!isRefused(url), "\(url)")
        }
    }

    @Test func `no name, list or variable hides a network`() {
        #expect(isRefused("postgres://127.0.0.1.example.lv/sekme"))
        #expect(isRefused("postgres://localhost,db.example.lv/sekme"))
        #expect(isRefused("postgres://localhost/sekme?hostaddr=10.0.0.5"))
        #expect(isRefused("postgres:///sekme?host=db.example.lv"))
        #expect(isRefused("postgres:///sekme", ["PGHOST": "db.example.lv"]))
        #expect(isRefused("postgres:///sekme?service=sekme"))
        #expect(!isRefused("postgres:///sekme", ["PGHOST": "db.example.lv", "PGSSLMODE": "verify-full"]))
    }

    @Test func `the refusal says what to write and shows no password`() {
        let refusal = #expect(throws: Refusal.self) {
            try PGTransport.check("postgres://user:slepena@db.example.lv/sekme") { _ in nil }
        }
        #expect(refusal?.message.en.contains("db.example.lv") == true)
        #expect(refusal?.advice.en.contains("sslmode=verify-full") == true)
        #expect(refusal?.message.lv.contains("slepena") == false)
    }
}
