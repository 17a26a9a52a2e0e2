package cn.publiccredit.catalog.item;

import cn.publiccredit.catalog.content.ContentType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ItemContent {

    @Bean
    ContentType<CatalogItem> items() {
        return new ContentType<>("items", CatalogItem.class, new ItemRules());
    }
}
