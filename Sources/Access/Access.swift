package import Frame
internal import Kernel

/// The room of accounts, roles, sessions and the audit trail, with places by number.
package let accessRoom = makeAccessRoom(places: NumberedPlaces())

/// The room of accounts, roles, sessions and the audit trail, with the names of places from a room above.
package func makeAccessRoom(places: any Places) -> Room {
    Room(
        "access",
        Text(lv: "Piekļuve", en: "Access"),
        migrations: .access,
        permissions: Permission.access,
        pages: accessPages(places),
        navigation: [
            NavigationEntry(Text(lv: "Lietotāji", en: "Users"), "/users", .administer, order: 900),
            NavigationEntry(
                Text(lv: "Piekļuves žurnāls", en: "Audit trail"),
                "/audit",
                .readAudit,
                order: 910
            ),
            NavigationEntry(Text(lv: "Eksporti", en: "Exports"), "/exports", .approveExports, order: 920),
        ]
    )
}

private func accessPages(_ places: any Places) -> [any Page] {
    [
        SignInPage(), SignInAction(), SignInCodeAction(), SignOutAction(), StopViewingAction(),
        AccountPage(places: places), LanguageAction(), EndSessionAction(), PasswordPage(), PasswordAction(),
        SecondFactorPage(), SecondFactorStart(), SecondFactorConfirm(), WelcomePage(), WelcomeAction(),
        UsersPage(places: places), UserNewPage(places: places), UserNewAction(places: places),
        UserPage(places: places), UserEditAction(places: places), UserGrantAction(places: places),
        UserEndRoleAction(places: places), UserStateAction(places: places), UserLinkAction(places: places),
        UserViewAction(places: places), MatrixPage(), AuditPage(), ExportsPage(), ExportDecision(),
    ]
}
