import Frame
import Kernel
import Storage

/// School years that have data, found by leaping from one to the next along the keys.
enum DataYears {
    static func all(_ tenant: TenantID, _ house: HouseBook, _ connection: Connection) throws -> [SchoolYear] {
        var years: Set<Int> = []
        for table in tables(house) {
            try connection.each(leap(table, tenant)) { row in
                if let year = try row.next(Int?.self) { years.insert(year) }
            }
        }
        return years.sorted(by: >).map { SchoolYear($0) }
    }

    /// The latest year with data, or the year of today.
    static func latest(
        _ tenant: TenantID,
        _ house: HouseBook,
        today: Day,
        _ connection: Connection
    ) throws -> SchoolYear {
        try all(tenant, house, connection).first ?? SchoolYear(containing: today)
    }

    /// The smallest table that knows the years of each fact table: a cube without pupils, or the facts.
    ///
    /// Not one by month: an annual mark without a date is in none.
    private static func tables(_ house: HouseBook) -> [SQL] {
        house.facts.compactMap { facts in
            let cubes = facts.cells.map(\.cube).filter {
                $0.has([.year]) && !$0.has([.month])
            }
            if let small = cubes.min(by: { $0.dimensions.count < $1.dimensions.count }) {
                return small.name.sql
            }
            return facts.columns.contains("year") ? facts.name.sql : nil
        }
    }

    private static func leap(_ table: SQL, _ tenant: TenantID) -> SQL {
        """
        WITH RECURSIVE known (year) AS (
            SELECT min(year) FROM \(table) WHERE tenant_id = \(tenant)
            UNION ALL
            SELECT (SELECT min(year) FROM \(table) WHERE tenant_id = \(tenant) AND year > known.year)
            FROM known WHERE known.year IS NOT NULL
        )
        SELECT year FROM known WHERE year IS NOT NULL ORDER BY year
        """
    }
}
