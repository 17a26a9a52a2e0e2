package cn.publiccredit.support.catalogue;

/** Copies of the catalogue's content that a service holds; as a bean it is told whenever content changed. */
public interface CatalogueCopies {

    /**
     * Gets those of its copies anew that the news concern, in memory and in the store; what is not held is left alone.
     *
     * <p>May be told the same twice. What it throws is logged, its copies stay in use, and it is told again until it succeeds.
     */
    void renew(CatalogueNews news);
}
