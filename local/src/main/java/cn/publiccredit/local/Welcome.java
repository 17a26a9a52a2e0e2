package cn.publiccredit.local;

import cn.publiccredit.local.launch.SuiteLauncher;
import cn.publiccredit.local.suite.Suite;

/** What a person sees when the suite is up: where to look, who to be, what to do next. */
final class Welcome {

    private Welcome() {}

    static void print(Suite suite, SuiteLauncher launcher, Console console) {
        console.plain("""

                信用门户 / portal            %s
                接口文档 / API documents     %s
                Keycloak                     %s   （管理员 / administrator: admin，口令见 / password in %s）

                用户（口令与用户名相同，仅限本机演示） / users, password = user name, on this machine only
                  province      省级经办、目录编辑        operator of the province, catalogue editor
                  city-huainan  淮南市经办                operator of Huainan
                  city-suzhou   宿州市经办                operator of Suzhou
                  dept-market   市场监管部门经办          department that supplies records
                  approver      名单、修复、目录复核人    second person for lists, repair, catalogue
                  auditor       审计、安全管理员          auditor, security administrator
                  enterprise    演示企业                  a company's own account
                  person        演示自然人                a person's own account
                客户端 / clients: demo-bank, demo-platform（密钥同名 / secret = client id）, credit-cli

                下一步 / next:   ./credit demo      其他 / also:   ./credit status | logs 进程 | down
                """.formatted(suite.gateway(), suite.gateway() + "/api/docs", suite.keycloak(), launcher.secretsFile()));
    }
}
