package import Frame
package import Kernel

extension DirectoryRun {
    /// The tenant's own institution of a name, never added, whatever the mapping may.
    ///
    /// For files about the whole country: lines of institutions that are known and not the tenant's own give nil, those
    /// of unknown ones are reported, once for each name.
    package func ownInstitution(
        name: String,
        regNo: String = "",
        year: SchoolYear,
        at place: SourcePlace
    ) throws -> InstitutionID? {
        guard let id = knownInstitution(name, regNo, year) else {
            unmatched(.institution, name.isEmpty ? regNo : name, at: place)
            return nil
        }
        return directory.institutions.entries[id]?.isReference == true ? nil : id
    }

    private func knownInstitution(_ name: String, _ regNo: String, _ year: SchoolYear) -> InstitutionID? {
        if !regNo.isEmpty, let id = directory.institutions.find(regNo: regNo) { return id }
        let key = search(name)
        guard !key.isEmpty else { return nil }
        guard case .one(let id) = directory.institutions.find(search: key, on: year.first, territory: nil)
        else {
            return nil
        }
        return id
    }
}
