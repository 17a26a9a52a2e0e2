package cn.publiccredit.catalog.item;

import cn.publiccredit.catalog.content.ContentType;
import cn.publiccredit.catalog.content.Kind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ItemContent {

    @Bean
    ContentType<CatalogItem> items() {
        return new ContentType<>(Kind.ITEMS, CatalogItem.class, new ItemRules());
    }
}
