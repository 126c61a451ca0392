internal import CPostgres
internal import Glibc
internal import Kernel

/// Keeps what is sent to a server over a network from being sent in the open by mistake.
///
/// Where nothing is said, libpq asks for TLS and goes on without it when the server has none; whoever stands between
/// can see to that.
enum PGTransport {
    /// Refuses a server on a network whose address, or PGSSLMODE, does not say that TLS is demanded or done without.
    ///
    /// `environment` gives what libpq would take where the address says nothing.
    static func check(_ url: String, environment: (String) -> String? = PGTransport.variable) throws(Refusal)
    {
        // What libpq cannot read it does not connect with either.
        guard let options = options(of: url) else { return }
        let mode = options["sslmode"] ?? environment("PGSSLMODE") ?? ""
        let isSaid = ["disable", "require", "verify-ca", "verify-full"].contains(mode)
        guard !isSaid, let place = network(options, environment) else { return }
        throw Refusal.openNetwork(place)
    }

    /// The first host that is reached over a network; nil where all are sockets or this machine itself.
    private static func network(_ options: [String: String], _ environment: (String) -> String?) -> String? {
        if let service = options["service"] ?? environment("PGSERVICE") { return service }
        let hosts = options["host"] ?? environment("PGHOST") ?? ""
        let addresses = options["hostaddr"] ?? environment("PGHOSTADDR") ?? ""
        // Where both are given it is the address that is connected to.
        let places = addresses.isEmpty ? hosts : addresses
        return places.split(separator: ",").map(String.init).first { !isHere($0) }
    }

    private static func isHere(_ host: String) -> Bool {
        host.hasPrefix("/") || host.hasPrefix("@") || host == "localhost" || host == "::1" || isLoopback(host)
    }

    /// Whether it is an address of 127.0.0.0/8, written out; a name that only begins like one is none.
    private static func isLoopback(_ host: String) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return parts.count == 4 && parts[0] == 127 && !parts.contains(nil)
    }

    /// What an address says, as libpq reads it; nil where it cannot.
    private static func options(of url: String) -> [String: String]? {
        var failure: UnsafeMutablePointer<CChar>?
        guard let list = PQconninfoParse(url, &failure) else {
            PQfreemem(failure)
            return nil
        }
        defer { PQconninfoFree(list) }
        var options: [String: String] = [:]
        var option = list
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { options[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        return options
    }

    /// A variable of the environment.
    static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}

extension Refusal {
    fileprivate static func openNetwork(_ place: String) -> Refusal {
        Refusal(
            .usage,
            Text(
                lv:
                    "PostgreSQL serveris \(place) ir tīklā, bet adresē nav prasīts šifrēts savienojums.",
                en:
                    "The PostgreSQL server \(place) is on a network, but the address does not demand encryption."
            ),
            advice: Text(
                lv: "Adresei pievienojiet sslmode=verify-full un sslrootcert=FAILS. Ja tīkls ir tikai jūsu, "
                    + "rakstiet sslmode=disable.",
                en:
                    "Add sslmode=verify-full and sslrootcert=FILE to the address. If the network is yours alone, "
                    + "write sslmode=disable."
            )
        )
    }
}
